/** What was brought and waits to be looked over. */
export interface UploadTables {
  upload: {
    id: string;
    review_id: string;
    version: number;
    kind: string;
    name: string;
    content: string;
    choices: string;
    brought_by: string;
    brought_at: string;
  };
}
