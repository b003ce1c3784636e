/** Private links to the diaries of contacts. */
export interface DiaryLinkTables {
  diary_link: {
    id: string;
    version: number;
    hash: string;
    review_id: string;
    contact: string;
    sent_to: string;
    issued_at: string;
    ends_at: string;
    opened_at: string | null;
    answered_at: string | null;
    comment: string | null;
    revoked_at: string | null;
  };
}
