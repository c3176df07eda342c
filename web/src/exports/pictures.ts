// Pictures of what is on the screen. SVG takes the style sheet's rules along as attributes, so
// that it looks the same elsewhere.
import { currentDrawing } from './picture_source';

const KEPT = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'opacity',
  'fill-opacity',
  'font-family',
  'font-size',
  'font-weight',
  'paint-order',
  'display',
];

export function standaloneSvg(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, n) => {
    const style = getComputedStyle(originals[n]);
    for (const name of KEPT) {
      const value = style.getPropertyValue(name);
      if (value && value !== 'none') element.setAttribute(name, value);
      else if (value === 'none' && (name === 'fill' || name === 'stroke')) {
        element.setAttribute(name, 'none');
      }
    }
    element.removeAttribute('class');
  });
  const box = svg.viewBox.baseVal;
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(Math.round(box?.width || width)));
  copy.setAttribute('height', String(Math.round(box?.height || height)));
  copy.removeAttribute('class');
  return new XMLSerializer().serializeToString(copy);
}

// The view's own SVG; of the network the one that is kept for print.
export const svgOnScreen = (): SVGSVGElement | null =>
  document.querySelector<SVGSVGElement>(
    ['.picture', '.map svg', 'svg.matrix', 'svg.timeline', 'svg.history']
      .map((name) => `.view ${name}`)
      .join(),
  );

function toBlob(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}

async function drawSvg(svg: string): Promise<HTMLCanvasElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * 2;
  canvas.height = image.naturalHeight * 2;
  const context = canvas.getContext('2d')!;
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

export async function png(): Promise<Blob | null> {
  const drawing = currentDrawing();
  if (drawing) return toBlob(drawing.composite());
  const svg = svgOnScreen();
  return svg ? toBlob(await drawSvg(standaloneSvg(svg))) : null;
}
