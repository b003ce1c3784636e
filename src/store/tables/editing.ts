/** Drafts beside the draft. */
export interface EditingTables {
  scenario: {
    id: string;
    version: number;
    review_id: string;
    name: string;
    begun_from: number;
    begun_by: string;
    begun_at: string;
    review_version: number;
    file: string;
    saved_at: string;
  };
}
