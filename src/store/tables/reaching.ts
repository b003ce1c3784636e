/** Who was told of what, and what they answered. */
export interface ReachingTables {
  /** Who was written to about which release. */
  told: {
    review_id: string;
    person: string;
    release_number: number;
    message_id: string | null;
    email: string | null;
    signed_by: string;
    signed_at: string;
  };
  /** Contacts who can't come when the programme has them. */
  request: {
    id: string;
    version: number;
    review_id: string;
    contact: string;
    session: string;
    starts: string;
    ends: string;
    release_number: number;
    comment: string;
    made_at: string;
    settled_at: string | null;
    settled_by: string | null;
    answer: string | null;
  };
}
