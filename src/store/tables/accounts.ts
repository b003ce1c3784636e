/** People who sign in: what they are part of, how they get in, and what they are written. */
export interface AccountTables {
  account: {
    id: string;
    version: number;
    email: string;
    name: string;
    added_at: string;
    /** 1 for the first account of all, null for every other: the database sees to it that there is one first. */
    is_first: number | null;
    /** Null: they are no coordinator. */
    coordinates_since: string | null;
  };
  member: {
    id: string;
    version: number;
    review_id: string;
    account_id: string;
    /** JSON: a list of roles. */
    roles: string;
    joined_at: string;
  };
  invitation: {
    id: string;
    version: number;
    review_id: string;
    email: string;
    role: string;
    invited_by: string;
    invited_at: string;
    ends_at: string;
    accepted_at: string | null;
    withdrawn_at: string | null;
  };
  sign_in_link: {
    id: string;
    hash: string;
    kind: string;
    email: string | null;
    invitation_id: string | null;
    /** The page that was wanted; of a link to another address, the account that is to have it. */
    leads_to: string | null;
    made_at: string;
    ends_at: string;
    used_at: string | null;
  };
  /** Somebody signed in on a browser. (A “session” is something of the week.) */
  sign_in: {
    id: string;
    hash: string;
    account_id: string;
    browser: string;
    started_at: string;
    seen_at: string;
    ends_at: string;
  };
  /** When a link to sign in was asked for: by what is limited, hashed. */
  sign_in_attempt: { id: string; bucket: string; at: string };
  access_token: {
    id: string;
    hash: string;
    account_id: string;
    name: string;
    writes: number;
    issued_at: string;
    ends_at: string;
    used_at: string | null;
    revoked_at: string | null;
  };
  message: {
    id: string;
    version: number;
    email: string;
    subject: string;
    text: string;
    review_id: string | null;
    account_id: string | null;
    made_at: string;
    ends_at: string | null;
    state: string;
    tries: number;
    next_at: string;
    sent_at: string | null;
    trouble: string | null;
    /** JSON: a list of files. */
    attached: string | null;
  };
}
