import { DOCUMENT, inject, signal, type Signal } from '@angular/core';
import { getJob, type JobProgress } from '@luotsi/platform/model';
import { ApiClient, type ProblemError } from '@luotsi/platform/web';

/** Between two questions, in milliseconds: often at first, then ever less. */
const SOONEST = 700;
const LATEST = 5_000;

/** Work in the background, as it is followed. */
export interface WatchedJob {
  readonly progress: Signal<JobProgress | undefined>;
  /** Why nothing more can be said; a lost connection is not among it. */
  readonly problem: Signal<ProblemError | undefined>;
  readonly isLost: Signal<boolean>;
  /** Follows this job from now on. */
  follow(id: string): void;
  /** Asks at once. */
  ask(): void;
  stop(): void;
}

const hasEnded = ({ state }: JobProgress) => state !== 'waiting' && state !== 'running';

/**
 * Follows a job by asking how far it is: again and again, ever less often while nothing changes,
 * until it has ended. A lost connection is waited out. Needs an injection context.
 */
export function watchJob(ended: (progress: JobProgress) => void): WatchedJob {
  const client = inject(ApiClient);
  const page = inject(DOCUMENT).defaultView;
  const progress = signal<JobProgress | undefined>(undefined);
  const problem = signal<ProblemError | undefined>(undefined);
  const isLost = signal(false);
  let followed = '';
  let wait = SOONEST;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ask = async () => {
    clearTimeout(timer);
    const id = followed;
    try {
      const now = await client.send(getJob, { params: { id } });
      if (id !== followed) return;
      isLost.set(false);
      const before = progress();
      const isSame = before?.state === now.state && before.done === now.done;
      wait = isSame ? Math.min(LATEST, wait * 1.5) : SOONEST;
      progress.set(now);
      if (hasEnded(now)) return void ended(now);
    } catch (thrown) {
      if (id !== followed) return;
      const fault = thrown as ProblemError;
      // What the service itself is unable to say just now is asked again, too.
      if (!fault.lostConnection && fault.details.status < 500) return problem.set(fault);
      isLost.set(true);
      wait = Math.min(LATEST, wait * 1.5);
    }
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), wait);
  };
  const askIfGoingOn = () => {
    const now = progress();
    if (followed && !problem() && !(now && hasEnded(now))) void ask();
  };
  page?.addEventListener('online', askIfGoingOn);
  return {
    progress,
    problem,
    isLost,
    follow(id) {
      followed = id;
      wait = SOONEST;
      progress.set(undefined);
      problem.set(undefined);
      void ask();
    },
    ask: askIfGoingOn,
    stop() {
      followed = '';
      clearTimeout(timer);
      page?.removeEventListener('online', askIfGoingOn);
    },
  };
}
