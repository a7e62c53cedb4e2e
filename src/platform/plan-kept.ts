/**
 * How the SQL begins of a question that is long to plan and quick to answer, asked in one text again and again: its
 * plan is kept by each connection. Row-level security holds all the same: who asks is a setting, read as it runs.
 */
export const PLAN_KEPT = '/* plan kept */'
