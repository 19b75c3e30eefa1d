import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { KeepFocus } from './keep-focus';

@Component({
  selector: 'lu-example',
  imports: [KeepFocus],
  template: `
    <div luKeepFocus>
      <a href="/elsewhere">muualle</a>
      <div class="row">
        <button class="name" type="button">Leena</button>
        <div class="cell">
          @if (!sending()) {
            <button class="approve" type="button">Hyväksy</button>
          }
        </div>
      </div>
      <div class="place">
        @if (open()) {
          <form><input /><button type="submit" [disabled]="sending()">Tallenna</button></form>
        } @else {
          <button class="open" type="button">Muokkaa</button>
        }
      </div>
    </div>
    <div luKeepFocus class="panel" tabindex="-1">
      @if (stays()) {
        <details>
          <summary>Kerro</summary>
          <input />
        </details>
        <a class="on" href="/on">Eteenpäin</a>
      }
      @if (!sending()) {
        <button class="check" type="button">Tarkista</button>
      }
    </div>
  `,
})
class Example {
  readonly stays = signal(true);
  readonly open = signal(false);
  readonly sending = signal(false);
}

describe('keeping the focus', () => {
  const show = async () => {
    const fixture = TestBed.createComponent(Example);
    const element = fixture.nativeElement as HTMLElement;
    document.body.append(element);
    await fixture.whenStable();
    const focus = (selector: string) => element.querySelector<HTMLElement>(selector)?.focus();
    const settled = async () => {
      await fixture.whenStable();
      await new Promise((resolve) => setTimeout(resolve));
      return document.activeElement;
    };
    return { fixture, element, focus, settled };
  };

  it('goes into the form that takes the button’s place, and back when it closes', async () => {
    const { fixture, element, focus, settled } = await show();
    focus('.open');
    fixture.componentInstance.open.set(true);
    expect(await settled()).toBe(element.querySelector('input'));
    fixture.componentInstance.open.set(false);
    expect(await settled()).toBe(element.querySelector('.open'));
  });

  it('comes back to a button that was off while something was sent', async () => {
    const { fixture, element, focus, settled } = await show();
    fixture.componentInstance.open.set(true);
    await settled();
    focus('form button');
    fixture.componentInstance.sending.set(true);
    await settled();
    fixture.componentInstance.sending.set(false);
    expect(await settled()).toBe(element.querySelector('form button'));
  });

  it('goes to what is left of the row when a cell has become empty', async () => {
    const { fixture, element, focus, settled } = await show();
    focus('.approve');
    fixture.componentInstance.sending.set(true);
    expect(await settled()).toBe(element.querySelector('.name'));
  });

  it('follows nobody who has gone elsewhere', async () => {
    const { fixture, focus, element, settled } = await show();
    focus('.open');
    focus('a');
    fixture.componentInstance.open.set(true);
    expect(await settled()).toBe(element.querySelector('a'));
  });

  it('passes over what lies in a closed fold', async () => {
    const { fixture, element, focus, settled } = await show();
    focus('.check');
    fixture.componentInstance.sending.set(true);
    expect(await settled()).toBe(element.querySelector('.on'));
  });

  it('stays where nothing is left to press', async () => {
    const { fixture, element, focus, settled } = await show();
    fixture.componentInstance.stays.set(false);
    await settled();
    focus('.check');
    fixture.componentInstance.sending.set(true);
    expect(await settled()).toBe(element.querySelector('.panel'));
  });
});
