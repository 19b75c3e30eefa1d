import {
  afterNextRender,
  ApplicationRef,
  Component,
  computed,
  createComponent,
  ElementRef,
  EnvironmentInjector,
  inject,
  Injectable,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Field, FieldControl, ProblemError, ProblemNotice, useTexts } from '@luotsi/platform/web';
import { PasskeyNotUsed } from './passkey-browser';
import { strongTexts } from './texts';

/** What may be asked for; what was not asked for is undefined. */
export interface Told {
  readonly name?: string;
  readonly password?: string;
  readonly code?: string;
}

/** A question with fields, and what is done with the answer while the dialog stays open. */
export interface Asking<Result> {
  readonly heading: string;
  readonly text: string;
  /** The verb of the button. */
  readonly action: string;
  readonly fields: readonly (keyof Told)[];
  /** What stands in the field of the name at first. */
  readonly name?: string;
  readonly nameHint?: string;
  /** What it throws is told in the dialog, and the person can try again. */
  readonly send: (told: Told) => Promise<Result>;
}

/** A modal dialog that asks for a password, a code or a name, and shows what is wrong with it. */
@Component({
  selector: 'lu-ask',
  imports: [Field, FieldControl, MatButton, ProblemNotice],
  templateUrl: './ask.html',
  styleUrl: './ask.scss',
})
export class AskDialog {
  protected readonly t = useTexts(strongTexts);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  readonly asking = input.required<Asking<unknown>>();
  /** Undefined when the person has closed it. */
  readonly answered = output<{ readonly result: unknown } | undefined>();

  protected readonly busy = signal(false);
  protected readonly problem = signal<ProblemError | null>(null);
  protected readonly notUsed = signal(false);
  private readonly missing = signal<readonly (keyof Told)[]>([]);
  protected readonly faults = computed(() => ({
    name: this.missing().includes('name') ? [this.t('ask.nameMissing')] : [],
    password: this.missing().includes('password') ? [this.t('ask.passwordMissing')] : [],
    code: this.missing().includes('code') ? [this.t('ask.codeMissing')] : [],
  }));

  constructor() {
    afterNextRender(() => this.dialog().nativeElement.showModal());
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    const form = new FormData(event.target as HTMLFormElement);
    const { fields, send } = this.asking();
    const told: Told = Object.fromEntries(fields.map((name) => [name, valueOf(form, name)]));
    this.missing.set(fields.filter((name) => !told[name]));
    const [first] = this.missing();
    if (first) {
      this.dialog().nativeElement.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
      return;
    }
    this.busy.set(true);
    this.problem.set(null);
    this.notUsed.set(false);
    try {
      const result = await send(told);
      this.answered.emit({ result });
    } catch (thrown) {
      if (thrown instanceof ProblemError) this.problem.set(thrown);
      else if (thrown instanceof PasskeyNotUsed) this.notUsed.set(true);
      else throw thrown;
    } finally {
      this.busy.set(false);
    }
  }
}

function valueOf(form: FormData, name: keyof Told): string {
  const value = form.get(name);
  if (typeof value !== 'string') return '';
  return name === 'password' ? value : value.trim();
}

/** Asks before how one signs in changes: `await inject(Ask).for({ heading, fields, send, … })`. */
@Injectable({ providedIn: 'root' })
export class Ask {
  private readonly application = inject(ApplicationRef);
  private readonly environmentInjector = inject(EnvironmentInjector);

  /** What `send` has answered; undefined when the person has closed the dialog. */
  for<Result>(asking: Asking<Result>): Promise<{ readonly result: Result } | undefined> {
    const shown = createComponent(AskDialog, { environmentInjector: this.environmentInjector });
    shown.setInput('asking', asking);
    document.body.append(shown.location.nativeElement as Node);
    this.application.attachView(shown.hostView);
    return new Promise((resolve) => {
      shown.instance.answered.subscribe((answer) => {
        shown.destroy();
        resolve(answer as { readonly result: Result } | undefined);
      });
    });
  }
}
