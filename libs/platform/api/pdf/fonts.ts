import { createRequire } from 'node:module';

const PACKAGE = '@expo-google-fonts/hanken-grotesk';
const path = (weight: string): string =>
  createRequire(import.meta.url).resolve(`${PACKAGE}/${weight}/HankenGrotesk_${weight}.ttf`);

/** The files of the product's own letters, as whole TrueType fonts: Latin with å ä ö š ž and the Sámi letters. */
export const fonts = {
  text: path('400Regular'),
  strong: path('600SemiBold'),
} as const;
