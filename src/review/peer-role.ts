/** What a visiting team member is (manual 146-172). */
export const peerRoles = [
  'team-leader',
  'member-peer',
  'operational-manager-peer',
  'nhs-peer',
  'review-analyst',
  'review-manager',
  'other',
] as const;
export type PeerRole = (typeof peerRoles)[number];

export const isPeerRole = (text: string): text is PeerRole => peerRoles.some((role) => role === text);
