import { Component, computed, inject, input } from '@angular/core';
import type { OutlineContent, OutlineItem } from '@luotsi/calendar/model';
import { inLanguage } from '@luotsi/platform/model';
import { ContentBlock, Language, LocalisedText, useTexts } from '@luotsi/platform/web';
import { markdownToHtml } from '../../session/markdown';
import { OutlineWords } from '../outline-words';
import { OutlineTimetable } from '../pieces/outline-timetable';
import { outlineTexts } from '../texts';

/** What an outline says: timetable first, since that is what one holds it by. */
@Component({
  selector: 'lu-outline-content',
  imports: [ContentBlock, LocalisedText, OutlineTimetable],
  templateUrl: './outline-content.html',
  styleUrl: './outline-content.scss',
})
export class OutlineContentView {
  protected readonly t = useTexts(outlineTexts);
  protected readonly words = inject(OutlineWords);
  private readonly language = inject(Language);
  readonly content = input.required<OutlineContent>();
  readonly length = input('');
  readonly rating = input<OutlineItem['rating']>(null);

  protected readonly description = computed(() => {
    const { text, language } = inLanguage(this.content().description, this.language.current());
    return text ? { html: markdownToHtml(text), language } : undefined;
  });
}
