import { duration, type OwnCredential } from '@luotsi/credential/model';
import { loadPdf } from '@luotsi/platform/api';
import { inLanguage, type Language, type Localised } from '@luotsi/platform/model';
import { certificateWords } from './certificate-words';
import { dateOf, meetingTime } from './times';

/**
 * A certificate of attendance as an accessible PDF, the same bytes each time. What it says comes from
 * the facts alone, as they were fixed when it was issued.
 *
 * @param address where it can be verified
 */
export async function certificate(
  { facts, code, issuedAt }: Pick<OwnCredential, 'facts' | 'code' | 'issuedAt'>,
  address: string,
  language: Language,
): Promise<Buffer> {
  const { Paper, squareCode } = await loadPdf();
  const words = certificateWords[language];
  const title = inLanguage(facts.title, language);
  const said = (texts: Localised) => inLanguage(texts, language).text;
  const took = duration(facts.minutes);

  const paper = new Paper({
    title: `${words.heading}: ${facts.name}`,
    language,
    made: new Date(issuedAt),
    footer: words.page,
  });
  paper.paragraph(words.product, { quiet: true }).gap(28);
  paper.heading(1, words.heading).gap(24);
  paper.paragraph(facts.name, { size: 20, strong: true });
  paper.paragraph(words.attended, { quiet: true });
  paper
    .paragraph(title.text, {
      ...{ size: 15, strong: true },
      ...(title.language === language ? {} : { lang: title.language }),
    })
    .gap(20);
  paper.facts([
    {
      name: words.when,
      value: facts.meetings.map((meeting) => meetingTime(meeting, language)).join('\n'),
    },
    { name: words.took, value: words.hours(took.hours, took.minutes) },
    ...(facts.organiser ? [{ name: words.organiser, value: said(facts.organiser) }] : []),
    ...(facts.competences.length > 0
      ? [{ name: words.competences, value: facts.competences.map(said).join('\n') }]
      : []),
    { name: words.issued, value: dateOf(issuedAt, language) },
  ]);
  paper.gap(20).rule().heading(2, words.verify).gap(6);
  paper.figure({
    ...squareCode(address, words.picture),
    beside: (right) => {
      right.gap(8).paragraph(words.verifyHow).link(address, address);
      right.paragraph(`${words.code}: ${code}`, { quiet: true });
    },
  });
  return paper.finish();
}
