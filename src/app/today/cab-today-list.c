/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-today-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-attention.h"
#include "cab-client-name.h"
#include "cab-client.h"
#include "cab-format.h"
#include "cab-policy-text.h"
#include "cab-practice-settings.h"
#include "cab-recent.h"
#include "cab-recovery-sheet.h"
#include "cab-today-item.h"
#include "cab-window.h"
#include "cab-word.h"

/* As many of each kind before Show All, and as many clients and drafts. */
#define FEW 5

void
cab_today_list_free (CabTodayList *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

static void
add_item (CabTodayList *self, CabTodayItem *item, const CabTodayTarget *target)
{
  cab_today_item_set_target (item, target);
  g_ptr_array_add (self->items, item);
}

/* [W-37] The first steps, and what the practice's own data say of each. */
typedef struct
{
  gboolean has_client;
  gboolean has_text;
  gboolean has_folder;
  gboolean has_sheet;
} Steps;

static gboolean
look_at_steps (CabPractice *practice, Steps *steps, GError **error)
{
  const CabFilter filter = CAB_FILTER_ALL;
  gint64 n_clients = cab_practice_count (practice, &cab_client_kind, &filter, error);
  g_autofree char *folder = cab_practice_dup_preference (practice, "backup-folder");
  g_autofree char *sheet = cab_recovery_sheet_dup_date (cab_practice_get_vault (practice));

  if (n_clients < 0
      || !cab_policy_text_has_published (practice, CAB_POLICY_KIND_CONSENT_TEXT, &steps->has_text,
                                         error))
    return FALSE;

  steps->has_client = n_clients > 0;
  steps->has_folder = folder != NULL;
  steps->has_sheet = sheet != NULL;

  return TRUE;
}

/* [W-7] A step whose act does not exist is not shown. */
static gboolean
is_act (const char *action)
{
  for (guint i = 0; i < cab_window_actions.n_actions; i++)
    if (g_strcmp0 (cab_window_actions.actions[i].name, action) == 0)
      return TRUE;

  return FALSE;
}

static void
add_step (CabTodayList *self, const char *title, const char *action, gboolean is_done)
{
  if (!is_act (action))
    return;

  add_item (self,
            g_object_new (CAB_TYPE_TODAY_ITEM, "section", CAB_TODAY_START, "title", title, "state",
                          is_done ? _ ("Done") : NULL, "icon-name",
                          is_done ? "object-select-symbolic" : "go-next-symbolic", NULL),
            &(const CabTodayTarget){ .action = action });
}

static gboolean
add_steps (CabTodayList *self, CabPractice *practice, GError **error)
{
  g_autofree char *put_away = cab_practice_dup_preference (practice, CAB_TODAY_START_PREFERENCE);
  CabRecord *settings = cab_practice_get_settings (practice);
  const char *word
      = settings != NULL
            ? cab_record_get_text (settings, CAB_OWN (CAB_PRACTICE_FIELD_WORD_FOR_CLIENT))
            : NULL;
  Steps steps = { 0 };

  if (put_away != NULL)
    return TRUE;
  if (!look_at_steps (practice, &steps, error))
    return FALSE;
  if (steps.has_client && steps.has_text && steps.has_folder && steps.has_sheet)
    return TRUE;

  add_step (self, cab_word (word, "add-a-client"), "win.new-client", steps.has_client);
  add_step (self, _ ("Set your consent text"), "win.show-texts", steps.has_text);
  add_step (self, _ ("Choose a backup folder"), "win.back-up", steps.has_folder);
  add_step (self, _ ("Print the recovery sheet"), "win.recovery-sheet", steps.has_sheet);
  add_item (self,
            g_object_new (CAB_TYPE_TODAY_ITEM, "section", CAB_TODAY_START, "title",
                          _ ("Hide these steps"), "icon-name", "window-close-symbolic", NULL),
            &(const CabTodayTarget){ .action = "today.hide-steps" });

  return TRUE;
}

/* What belongs to nobody yet: the form of somebody new, which has kept what was typed [W-43]. */
static const char *
get_fallback (const char *kind, const char *id, const char *client_id)
{
  if (client_id != NULL)
    return NULL;

  return id == NULL && g_strcmp0 (kind, cab_client_kind.name) == 0 ? "win.new-client"
                                                                   : "win.show-clients";
}

/* What is about the practice has no record to open; @action leads to its page. */
static const char *
get_action (CabAttentionCode code, CabRow *row)
{
  switch (code)
    {
    case CAB_ATTENTION_TRASH:
      return "win.show-trash";
    case CAB_ATTENTION_RECOVERY_SHEET:
      return "win.recovery-sheet";
    case CAB_ATTENTION_BACKUP:
    case CAB_ATTENTION_ERASED:
      return "win.show-backups";
    case CAB_ATTENTION_POLICY:
      return "win.show-texts";
    case CAB_ATTENTION_NOTE_UNSIGNED:
    case CAB_ATTENTION_PROCESS_NOTE_UNSIGNED:
    case CAB_ATTENTION_ADDENDUM_UNSIGNED:
    case CAB_ATTENTION_DRAFT:
    case CAB_ATTENTION_MINOR:
    case CAB_ATTENTION_COMING_OF_AGE:
    case CAB_ATTENTION_CONSENT_ENDING:
      break;
    }

  return get_fallback (cab_row_get_text (row, CAB_ATTENTION_KIND),
                       cab_row_get_text (row, CAB_ATTENTION_ID),
                       cab_row_get_text (row, CAB_ATTENTION_CLIENT_ID));
}

/* A missing consent is on the tab of the consents, whatever record says so. */
static const char *
get_kind (CabAttentionCode code, CabRow *row)
{
  return code == CAB_ATTENTION_MINOR || code == CAB_ATTENTION_COMING_OF_AGE
             ? "consent"
             : cab_row_get_text (row, CAB_ATTENTION_KIND);
}

/* A lone sentence of the list has no full stop [W-110]. */
static char *
dup_line (const char *sentence)
{
  char *line = g_strdup (sentence);

  if (g_str_has_suffix (line, "."))
    line[strlen (line) - 1] = '\0';

  return line;
}

static void
add_attention (CabTodayList *self, CabRow *row)
{
  CabAttentionCode code = cab_row_get_integer (row, CAB_ATTENTION_CODE);
  guint severity = cab_row_get_integer (row, CAB_ATTENTION_SEVERITY);
  g_autofree char *line = dup_line (cab_row_get_text (row, CAB_ATTENTION_SENTENCE));

  add_item (self,
            g_object_new (CAB_TYPE_TODAY_ITEM, "section", CAB_TODAY_ATTENTION, "title", line,
                          "detail", cab_row_get_text (row, CAB_ATTENTION_CLIENT), "state",
                          severity == CAB_SEVERITY_PLAIN
                              ? NULL
                              : cab_row_get_text (row, CAB_ATTENTION_SEVERITY_WORDS),
                          "urgency", severity, "icon-name", "go-next-symbolic", NULL),
            &(const CabTodayTarget){
                .action = get_action (code, row),
                .kind = get_kind (code, row),
                .id = cab_row_get_text (row, CAB_ATTENTION_ID),
                .client_id = cab_row_get_text (row, CAB_ATTENTION_CLIENT_ID),
            });
}

static void
add_show_all (CabTodayList *self)
{
  /* Translators: %u is how many there are */
  g_autofree char *title = g_strdup_printf (_ ("Show All %u"), self->n_attention);

  add_item (self,
            g_object_new (CAB_TYPE_TODAY_ITEM, "section", CAB_TODAY_ATTENTION, "title", title,
                          "icon-name", "pan-down-symbolic", NULL),
            &(const CabTodayTarget){ .action = "today.show-all" });
}

static gboolean
add_all_attention (CabTodayList *self,
                   CabPractice *practice,
                   const CabTodayWish *wish,
                   GError **error)
{
  guint counts[CAB_N_ATTENTION_CODES];
  g_autoptr (GPtrArray) rows
      = cab_attention_list (practice, NULL, wish->shows_all ? 0 : FEW, counts, error);
  guint n_shown = 0;

  if (rows == NULL)
    return FALSE;

  cab_client_name_put (rows, wish->is_discreet);
  if (wish->is_kept_elsewhere)
    counts[CAB_ATTENTION_RECOVERY_SHEET] = counts[CAB_ATTENTION_BACKUP] = 0;
  for (guint i = 0; i < CAB_N_ATTENTION_CODES; i++)
    self->n_attention += counts[i];
  for (guint i = 0; i < rows->len; i++)
    {
      if (counts[cab_row_get_integer (rows->pdata[i], CAB_ATTENTION_CODE)] == 0)
        continue;
      add_attention (self, rows->pdata[i]);
      n_shown++;
    }
  self->n_hidden = self->n_attention - n_shown;
  if (self->n_hidden > 0)
    add_show_all (self);

  return TRUE;
}

/* Nobody is told twice what the client is called here. */
static const char *
get_reference (CabRow *row)
{
  const char *reference = cab_row_get_text (row, CAB_RECENT_REFERENCE);

  return g_strcmp0 (reference, cab_row_get_text (row, CAB_RECENT_CLIENT)) != 0 ? reference : NULL;
}

static void
add_recent (CabTodayList *self, CabRow *row, gboolean is_client, const char *zone)
{
  g_autofree char *at = cab_format_instant (cab_row_get_text (row, CAB_RECENT_AT), zone);
  const char *client = cab_row_get_text (row, CAB_RECENT_CLIENT);

  add_item (self,
            g_object_new (CAB_TYPE_TODAY_ITEM, "section", CAB_TODAY_CONTINUE, "title",
                          is_client ? client : cab_row_get_text (row, CAB_RECENT_WORDS), "detail",
                          is_client ? get_reference (row) : client, "state", at, "icon-name",
                          "go-next-symbolic", NULL),
            &(const CabTodayTarget){
                .action = get_fallback (cab_row_get_text (row, CAB_RECENT_KIND),
                                        cab_row_get_text (row, CAB_RECENT_ID),
                                        cab_row_get_text (row, CAB_RECENT_CLIENT_ID)),
                .kind = cab_row_get_text (row, CAB_RECENT_KIND),
                .id = cab_row_get_text (row, CAB_RECENT_ID),
                .client_id = cab_row_get_text (row, CAB_RECENT_CLIENT_ID),
            });
}

static gboolean
add_all_recent (CabTodayList *self, CabPractice *practice, const CabTodayWish *wish, GError **error)
{
  const char *zone = cab_practice_settings_get_zone (practice);
  g_autoptr (GPtrArray) drafts = cab_recent_list_drafts (practice, FEW, error);
  g_autoptr (GPtrArray) clients
      = drafts != NULL ? cab_recent_list_clients (practice, FEW, error) : NULL;

  if (clients == NULL)
    return FALSE;

  cab_client_name_put (drafts, wish->is_discreet);
  cab_client_name_put (clients, wish->is_discreet);
  for (guint i = 0; i < drafts->len; i++)
    add_recent (self, drafts->pdata[i], FALSE, zone);
  for (guint i = 0; i < clients->len; i++)
    add_recent (self, clients->pdata[i], TRUE, zone);

  return TRUE;
}

CabTodayList *
cab_today_list_read (CabPractice *practice, const CabTodayWish *wish, GError **error)
{
  g_autoptr (CabTodayList) self = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice), NULL);
  g_return_val_if_fail (wish != NULL, NULL);

  self = g_new0 (CabTodayList, 1);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->is_brief = wish->is_brief;
  if ((wish->shows_start && !add_steps (self, practice, error))
      || (!wish->is_brief && !add_all_attention (self, practice, wish, error))
      || !add_all_recent (self, practice, wish, error))
    return NULL;

  return g_steal_pointer (&self);
}
