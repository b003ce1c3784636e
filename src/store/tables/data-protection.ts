/** Until when a review is kept, who looked at it, and which reviews were purged. */
export interface DataProtectionTables {
  retention: {
    review_id: string;
    version: number;
    /** `yyyy-mm-dd`, the last day; null: nobody has said, or it was taken back. */
    until: string | null;
  };
  access_log: {
    review_id: string;
    who: string;
    what: string;
    page: string;
    /** `2026-01-12T09`. */
    hour: string;
    times: number;
    first_at: string;
    last_at: string;
  };
  purged: { review_id: string; purged_at: string; why: string };
}
