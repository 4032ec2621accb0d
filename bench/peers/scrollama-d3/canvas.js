/** Gives the canvas a pixel for each of the screen's; returns its context, to draw on in CSS pixels, with its width and height. */
export const fit = (canvas) => {
  const { clientWidth: width, clientHeight: height } = canvas;
  canvas.width = width * devicePixelRatio;
  canvas.height = height * devicePixelRatio;
  const context = canvas.getContext("2d");
  context.scale(devicePixelRatio, devicePixelRatio);
  return { context, width, height };
};

/** The colours of the style sheet. */
export const colours = () => {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`);
  return { russia: colour("russia"), ally: colour("ally"), mixed: colour("mixed"), neutral: colour("neutral") };
};
