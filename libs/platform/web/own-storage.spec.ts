import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { OwnStorage } from './own-storage';

describe('Work kept on this device', () => {
  beforeEach(() => localStorage.clear());
  const kept = () => TestBed.runInInjectionContext(() => new OwnStorage());

  it('survives a reload, apart for each person', () => {
    kept().keep('aino', 'answers', [1]);
    expect(kept().read('aino', 'answers')).toEqual([1]);
    expect(kept().read('mikael', 'answers')).toBeUndefined();
    kept().drop('aino', 'answers');
    expect(kept().read('aino', 'answers')).toBeUndefined();
    expect(localStorage).toHaveLength(0);
  });

  it('is forgotten when someone else signs in, and for everybody at signing out', () => {
    const storage = kept();
    storage.keep('aino', 'answers', [1]);
    storage.keep('mikael', 'answers', [2]);
    localStorage.setItem('luotsi_theme', 'dark');
    storage.forgetAllBut('mikael');
    expect(storage.read('aino', 'answers')).toBeUndefined();
    expect(storage.read('mikael', 'answers')).toEqual([2]);
    storage.forgetAllBut(null);
    expect(Object.keys(localStorage)).toEqual(['luotsi_theme']);
  });

  it('lasts as long as the page where the browser keeps nothing', () => {
    const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const storage = kept();
    storage.keep('aino', 'answers', [1]);
    full.mockRestore();
    expect(storage.read('aino', 'answers')).toEqual([1]);
    storage.forgetAllBut(null);
    expect(storage.read('aino', 'answers')).toBeUndefined();
  });
});
