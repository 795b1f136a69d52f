/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-action-table.h"

#include "cab-activity-view.h"
#include "cab-backups-page.h"
#include "cab-chart-card.h"
#include "cab-compare-page.h"
#include "cab-difference-page.h"
#include "cab-client-page.h"
#include "cab-consent-purpose-page.h"
#include "cab-disclosure-page.h"
#include "cab-disclosures-view.h"
#include "cab-files-page.h"
#include "cab-hand-waiting.h"
#include "cab-log-check.h"
#include "cab-mood-entry-page.h"
#include "cab-note-addenda.h"
#include "cab-note-editor.h"
#include "cab-note-history.h"
#include "cab-notes-page.h"
#include "cab-policies-page.h"
#include "cab-policy-draft-page.h"
#include "cab-policy-page.h"
#include "cab-preferences-dialog.h"
#include "cab-progress-page.h"
#include "cab-search-page.h"
#include "cab-today-page.h"
#include "cab-values-round-page.h"
#include "cab-window.h"

/* From the window inwards, which is the order of the list of shortcuts. */
const CabActionTable *const cab_action_tables[] = {
  &cab_window_actions,       &cab_today_actions,        &cab_search_actions,
  &cab_client_actions,       &cab_notes_actions,        &cab_note_actions,
  &cab_addendum_actions,     &cab_history_actions,      &cab_progress_actions,
  &cab_hand_waiting_actions, &cab_chart_actions,        &cab_mood_actions,
  &cab_values_actions,       &cab_consent_actions,      &cab_files_actions,
  &cab_disclosures_actions,  &cab_disclosure_actions,   &cab_activity_actions,
  &cab_log_actions,          &cab_backup_actions,       &cab_preferences_actions,
  &cab_policies_actions,     &cab_policy_draft_actions, &cab_policy_page_actions,
  &cab_compare_actions,      &cab_difference_actions,   NULL,
};
