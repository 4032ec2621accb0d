// Firefox, while a typeface is on its way, passes over stand-ins that it has not looked for yet.
document.fonts?.forEach((face) => face.family.includes("Like ") && face.load().catch(() => {}));
