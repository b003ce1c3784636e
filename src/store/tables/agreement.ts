/** What was shared, said and approved. */
export interface AgreementTables {
  agreement: {
    review_id: string;
    version: number;
    stage: string;
    programme_version: number;
    signed_by: string;
    signed_at: string;
    note: string;
  };
  release: {
    review_id: string;
    number: number;
    programme_version: number;
    review_file: string;
    programme_file: string;
    hash: string;
    signed_by: string;
    signed_at: string;
    note: string;
  };
  comment: {
    id: string;
    version: number;
    review_id: string;
    about: string;
    about_id: string | null;
    answers: string | null;
    text: string;
    signed_by: string;
    signed_at: string;
    settled_by: string | null;
    settled_at: string | null;
  };
  unfrozen: { reason: string };
}
