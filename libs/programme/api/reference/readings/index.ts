import type { Localised } from '@luotsi/platform/model';
import m1x1Fi from './M1.1.fi.md';
import m1x1Sv from './M1.1.sv.md';
import m1x1En from './M1.1.en.md';
import m1x2Fi from './M1.2.fi.md';
import m1x2Sv from './M1.2.sv.md';
import m1x2En from './M1.2.en.md';
import m1x3Fi from './M1.3.fi.md';
import m1x3Sv from './M1.3.sv.md';
import m1x3En from './M1.3.en.md';
import m2x1Fi from './M2.1.fi.md';
import m2x1Sv from './M2.1.sv.md';
import m2x1En from './M2.1.en.md';
import m2x2Fi from './M2.2.fi.md';
import m2x2Sv from './M2.2.sv.md';
import m2x2En from './M2.2.en.md';
import m2x3Fi from './M2.3.fi.md';
import m2x3Sv from './M2.3.sv.md';
import m2x3En from './M2.3.en.md';
import m2x4Fi from './M2.4.fi.md';
import m2x4Sv from './M2.4.sv.md';
import m2x4En from './M2.4.en.md';

/** The delivered readings as Markdown, by unit. Written by us from the sources named in each. */
export const readings: Readonly<Record<string, Localised>> = {
  'M1.1': { fi: m1x1Fi, sv: m1x1Sv, en: m1x1En },
  'M1.2': { fi: m1x2Fi, sv: m1x2Sv, en: m1x2En },
  'M1.3': { fi: m1x3Fi, sv: m1x3Sv, en: m1x3En },
  'M2.1': { fi: m2x1Fi, sv: m2x1Sv, en: m2x1En },
  'M2.2': { fi: m2x2Fi, sv: m2x2Sv, en: m2x2En },
  'M2.3': { fi: m2x3Fi, sv: m2x3Sv, en: m2x3En },
  'M2.4': { fi: m2x4Fi, sv: m2x4Sv, en: m2x4En },
};
