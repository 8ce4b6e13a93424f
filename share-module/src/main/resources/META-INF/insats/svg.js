// Small pictures of numbers. Each says in words what it shows; colour is never alone: shape, pattern or a number says the same.

const SPACE = 'http://www.w3.org/2000/svg';

/** An SVG element; attributes and children as for HTML elements. */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SPACE, tag);
  Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .forEach(([name, value]) => element.setAttribute(name, String(value)));
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

/** A picture with its words. */
export function picture(words, width, height, ...children) {
  return svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': words, class: 'chart', width, height }, ...children);
}
