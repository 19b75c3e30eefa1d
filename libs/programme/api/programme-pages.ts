import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { ReadFrameworks } from '@luotsi/framework/api';
import { ProblemException } from '@luotsi/platform/api';
import { languages, type Localised } from '@luotsi/platform/model';
import type { ProgrammeSummary, ProgrammeTree, UnitPage } from '@luotsi/programme/model';
import type { DataSource } from 'typeorm';
import { programmeSummaries, programmeTree, unitPage } from './queries';
import { renderMarkdown } from './render-markdown';

type Markdown = Partial<Localised> | null;
type UnitRow = Omit<UnitPage, 'activities' | 'competences'> & {
  readonly competences: readonly string[];
  readonly activities: readonly (Omit<UnitPage['activities'][number], 'reading'> & {
    readonly reading: Markdown;
  })[];
};

/** Reads what the programme's pages show. */
@Injectable()
export class ProgrammePages {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly frameworks: ReadFrameworks,
  ) {}

  async list(): Promise<{ items: ProgrammeSummary[] }> {
    return { items: await this.database.query<ProgrammeSummary[]>(programmeSummaries) };
  }

  /** @throws ProblemException `not-found` */
  async programme(id: string): Promise<ProgrammeTree> {
    return found(await this.database.query<ProgrammeTree[]>(programmeTree, [id]));
  }

  /** @throws ProblemException `not-found` */
  async unit(id: string): Promise<UnitPage> {
    const unit = found(await this.database.query<UnitRow[]>(unitPage, [id]));
    const activities = unit.activities.map(({ reading, ...activity }) => ({
      ...activity,
      reading: reading && rendered(reading),
    }));
    return { ...unit, activities, competences: await this.named(unit.competences) };
  }

  /** Competences by their names in the current version of their framework. */
  private async named(codes: readonly string[]): Promise<UnitPage['competences']> {
    const { items } = await this.frameworks.list();
    const known = items.flatMap((framework) =>
      framework.competences.map((it) => [it.code, { ...it, frameworkId: framework.id }] as const),
    );
    const byCode = new Map(known);
    return codes.flatMap((code) => byCode.get(code) ?? []);
  }
}

function rendered(markdown: Partial<Localised>): Localised {
  const texts = languages.map((language) => [language, renderMarkdown(markdown[language] ?? '')]);
  return Object.fromEntries(texts) as Localised;
}

function found<Row>([row]: readonly Row[]): Row {
  if (row === undefined) throw new ProblemException('not-found');
  return row;
}
