/** The five standard themes that every review explores (manual 87-97). */
export const standardThemes = [
  { id: 'effective-practice', title: 'Effective practice, service delivery and the voice of the child' },
  { id: 'outcomes', title: 'Outcomes, impact and performance management' },
  { id: 'working-together', title: 'Working together, the health and wellbeing board included' },
  { id: 'capacity', title: 'Capacity and managing resources' },
  { id: 'leadership', title: 'Vision, strategy and leadership' },
] as const;

export interface Theme {
  readonly id: string;
  readonly title: string;
}
