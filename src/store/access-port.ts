/** That somebody read a page of a review, or changed something from it. */
export interface Access {
  readonly review: string;
  readonly who: string;
  readonly what: 'read' | 'changed';
  /** The address below the review's: `/people/contact-7kq2/diary`; ids only. */
  readonly page: string;
}

/** The same done by the same person within an hour. */
export interface AccessLine extends Access {
  readonly times: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

export interface AccessPort {
  /** Adds what happened; of reviews that are gone nothing is kept. */
  note(accesses: readonly (Access & { readonly at: Date })[]): Promise<void>;
  /** The latest first; from the `from`th, at most `most`. `page`: of one page and those below it. */
  of(
    review: string,
    some: { readonly from: number; readonly most: number; readonly page?: string },
  ): Promise<readonly AccessLine[]>;
}
