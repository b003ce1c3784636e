/** What is worked on in the background. */
export interface JobTables {
  job: {
    id: string;
    review_id: string;
    kind: string;
    state: string;
    going_on: string | null;
    review_version: number;
    draft_version: number;
    signed_by: string;
    signed_at: string;
    why: string;
    worker: string | null;
    beat: number;
    tries: number;
    stopped_by: string | null;
    told: string | null;
    found: string | null;
    answer: string | null;
    ended: string | null;
    ended_at: string | null;
    saved_version: number | null;
  };
}
