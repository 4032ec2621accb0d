// The active step, from 1: that of the last card whose top is above the line, or the first. `tops` are those of the
// scene's cards in their order, and `line` is as far below the top of the view; all in pixels.
const stepAt = (tops, line) => Math.max(1, tops.filter((top) => top <= line).length);
