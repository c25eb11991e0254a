import { Resvg } from '@resvg/resvg-js';

/** The width and the height of a PNG, in px. */
export function sizeOf(png: Uint8Array): { width: number; height: number } {
  const bytes = new DataView(png.buffer, png.byteOffset);
  return { width: bytes.getUint32(16), height: bytes.getUint32(20) };
}

/** Pixels as dark as ink, of the finished PNG. */
export function darkPixels(png: Uint8Array): number {
  const { width, height } = sizeOf(png);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image href="data:image/png;base64,${Buffer.from(png).toString('base64')}" width="${width}" height="${height}"/></svg>`;
  const { pixels } = new Resvg(svg, { background: '#ffffff' }).render();
  let dark = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if ((pixels[at] ?? 255) + (pixels[at + 1] ?? 255) + (pixels[at + 2] ?? 255) < 200) dark += 1;
  }
  return dark;
}
