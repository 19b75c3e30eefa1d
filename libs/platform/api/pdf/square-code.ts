import { create } from 'qrcode';
import type { PaperFigure } from './paper';

/** The margin that readers of QR codes need around one, in modules (ISO/IEC 18004: four). */
const QUIET = 4;

/**
 * A QR code as a picture for `Paper.figure`, drawn as one shape, sharp at any size.
 *
 * @param alt What it leads to, in words.
 * @param width Of the square with its quiet margin, in points.
 */
export function squareCode(
  text: string,
  alt: string,
  width = 112,
): Pick<PaperFigure, 'alt' | 'width' | 'height' | 'draw'> {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const unit = width / (modules.size + 2 * QUIET);
  return {
    alt,
    width,
    height: width,
    draw: (document, x, y) => {
      for (let row = 0; row < modules.size; row++)
        for (let column = 0; column < modules.size; column++)
          if (modules.get(row, column))
            document.rect(x + (column + QUIET) * unit, y + (row + QUIET) * unit, unit, unit);
      document.fill('black');
    },
  };
}
