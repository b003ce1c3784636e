/** What happened in the week, and the evenings’ pairs. */
export interface HappeningTables {
  happening: {
    id: string;
    version: number;
    review_id: string;
    kind: string;
    about: string;
    from_minute: number;
    to_minute: number;
    adds: string | null;
    note: string;
    at_minute: number;
    rehearsed: number;
    state: string;
    signed_by: string;
    signed_at: string;
    settled_by: string | null;
    settled_at: string | null;
    draft_version: number | null;
    release_number: number | null;
  };
  pairs_agreed: {
    review_id: string;
    day: number;
    version: number;
    draft_version: number;
    signed_by: string;
    signed_at: string;
  };
}
