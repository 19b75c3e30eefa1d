import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { NavigationEnd, Router, Scroll } from '@angular/router';
import { Subject } from 'rxjs';
import { ReturnToPlace } from './return-to-place';

describe('returning to one’s place', () => {
  const events = new Subject<Scroll>();
  const scrolled = jest.spyOn(window, 'scrollTo');
  let watched: (() => void) | undefined;
  const grow = () => watched?.();
  let tall = 0;

  beforeEach(() => {
    scrolled.mockReset().mockReturnValue(undefined);
    tall = 800;
    Object.defineProperty(document.documentElement, 'scrollHeight', {
      configurable: true,
      get: () => tall,
    });
    globalThis.ResizeObserver = class {
      observe = () => (watched = () => this.told([], this));
      unobserve = () => (watched = undefined);
      disconnect = () => (watched = undefined);
      constructor(private readonly told: ResizeObserverCallback) {}
    };
    TestBed.configureTestingModule({ providers: [{ provide: Router, useValue: { events } }] });
    TestBed.inject(ReturnToPlace);
  });

  const back = (top: number) =>
    events.next(new Scroll(new NavigationEnd(1, '/calendar', '/calendar'), [0, top], null));

  it('waits until the page is as tall as it was', () => {
    back(3000);
    grow();
    expect(scrolled).not.toHaveBeenCalled();
    tall = 5000;
    grow();
    expect(scrolled).toHaveBeenCalledWith({ top: 3000 });
  });

  it('leaves alone whoever has moved themselves', () => {
    back(3000);
    window.dispatchEvent(new Event('wheel'));
    tall = 5000;
    grow();
    expect(scrolled).not.toHaveBeenCalled();
  });

  it('has nothing to do on a page that begins at its top', () => {
    back(0);
    tall = 5000;
    grow();
    expect(scrolled).not.toHaveBeenCalled();
  });
});
