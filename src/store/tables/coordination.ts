/** What all reviews share. */
export interface CoordinationTables {
  shared: {
    id: string;
    version: number;
    kind: string;
    name: string;
    /** JSON, as its kind has it. */
    body: string;
    saved_by: string;
    saved_at: string;
  };
  /** Somebody of the shared list of peers was on a review's team. */
  seat: {
    peer_id: string;
    on_review: string;
    as_peer: string;
    council: string;
    first_day: string;
    role: string;
    version: number;
  };
}
