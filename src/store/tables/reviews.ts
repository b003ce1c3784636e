/** Reviews and what is made of them. */
export interface ReviewTables {
  review: {
    id: string;
    version: number;
    council: string;
    first_day: string;
    file: string;
    saved_at: string;
  };
  programme: {
    review_id: string;
    version: number;
    review_version: number;
    file: string;
    answer: string | null;
    saved_at: string;
  };
  feed_token: {
    id: string;
    version: number;
    hash: string;
    review_id: string;
    person: string;
    issued_at: string;
    fetched_at: string | null;
    revoked_at: string | null;
    kind: string;
  };
  history: {
    review_id: string;
    thing: string;
    thing_id: string;
    version: number;
    what: string;
    signed_by: string;
    signed_at: string;
    why: string;
    file: string | null;
    undoes: number | null;
    in_grid: number | null;
  };
}
