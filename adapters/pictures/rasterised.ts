import { createRequire } from 'node:module';

/** The one font of all pictures, whatever the machine has: a font that is not found draws nothing, without a word. */
const FONT_FAMILY = 'DejaVu Sans';
const FONTS = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'];

/** An SVG as a PNG, in the bundled font. Without a `background` what is not painted stays transparent. */
export async function rasterised(svg: string, background?: string): Promise<Uint8Array> {
  // Loaded when the first picture is drawn: a coach that draws none needs no native code.
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    ...(background === undefined ? {} : { background }),
    font: { loadSystemFonts: false, fontFiles: FONTS.map(fontFile), defaultFontFamily: FONT_FAMILY },
  });
  return image.asPng();
}

function fontFile(name: string): string {
  return createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}`);
}
