import {
  afterNextRender,
  ApplicationRef,
  Component,
  createComponent,
  ElementRef,
  EnvironmentInjector,
  inject,
  Injectable,
  input,
  output,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { useTexts } from '../language/texts';
import { platformTexts } from '../texts';

/** A question before something that is hard to undo. */
export interface Question {
  /** "Perutaanko ilmoittautuminen?" */
  readonly heading: string;
  /** What will follow, and whether it can be undone. */
  readonly text: string;
  /** The verb of the button: "Peru ilmoittautuminen". */
  readonly action: string;
  /** The verb of the way out; "Palaa" unless given. */
  readonly cancel?: string;
}

/** The question as the browser's own modal dialog: focus, Escape and the rest come with it. */
@Component({
  selector: 'lu-confirm',
  imports: [MatButton],
  template: `
    <dialog
      #dialog
      aria-labelledby="lu-confirm-heading"
      (close)="answered.emit(dialog.returnValue)"
    >
      <form method="dialog" class="stack">
        <h2 id="lu-confirm-heading">{{ question().heading }}</h2>
        <p>{{ question().text }}</p>
        <div class="row">
          <button matButton="filled" value="yes">{{ question().action }}</button>
          <button matButton="outlined" value="">
            {{ question().cancel ?? t('confirm.cancel') }}
          </button>
        </div>
      </form>
    </dialog>
  `,
  styles: `
    .row {
      padding-top: 8px;
    }
  `,
})
export class ConfirmDialog {
  protected readonly t = useTexts(platformTexts);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  readonly question = input.required<Question>();
  readonly answered = output<string>();

  constructor() {
    afterNextRender(() => this.dialog().nativeElement.showModal());
  }
}

/** Asks before acting: `if (await inject(Confirm).ask({heading, text, action})) …`. */
@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly application = inject(ApplicationRef);
  private readonly environmentInjector = inject(EnvironmentInjector);

  /** Whether the person chose to go on. */
  ask(question: Question): Promise<boolean> {
    const shown = createComponent(ConfirmDialog, { environmentInjector: this.environmentInjector });
    shown.setInput('question', question);
    document.body.append(shown.location.nativeElement as Node);
    this.application.attachView(shown.hostView);
    return new Promise((resolve) => {
      shown.instance.answered.subscribe((answer) => {
        shown.destroy();
        resolve(answer === 'yes');
      });
    });
  }
}
