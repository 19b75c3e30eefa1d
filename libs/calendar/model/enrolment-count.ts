import type { Held } from './enrolment-book';
import type { Seats } from './enrolment-rules';
import type { EnrolmentStatus } from './enrolment-status';

/** The seats after someone stands elsewhere. */
export function counted(seats: Seats, before: Held | null, after: Held | null): Seats {
  const count = (status: EnrolmentStatus) =>
    Number(after?.status === status) - Number(before?.status === status);
  const inRegion = (region: string) =>
    Number(after?.region === region && hasSeat(after)) -
    Number(before?.region === region && hasSeat(before));
  return {
    ...seats,
    confirmed: seats.confirmed + count('confirmed'),
    offered: seats.offered + count('offered'),
    waitlisted: seats.waitlisted + count('waitlisted'),
    applied: seats.applied + count('applied'),
    shares: seats.shares.map((share) => ({
      ...share,
      taken: share.taken + inRegion(share.region),
    })),
  };
}

const hasSeat = ({ status }: Held) => status === 'confirmed' || status === 'offered';
