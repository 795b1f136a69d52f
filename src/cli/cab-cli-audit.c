/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-audit.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#include "cab-anchor-paper.h"
#include "cab-anchor.h"
#include "cab-audit-record.h"
#include "cab-cli-list.h"
#include "cab-cli-paper.h"
#include "cab-cli-record.h"
#include "cab-client.h"
#include "cab-codes.h"
#include "cab-practice-settings.h"
#include "cab-when.h"

/* What --act, --from, --to and --last let through. */
typedef struct
{
  CabCli *cli;
  CabCliList *list;
  const char *zone;
  const char *from;
  const char *to;
  gint64 n_wanted;
  GQueue newest; /* of CabRecord: the last so many, when not all are wanted */
} Listing;

static gboolean
is_in_period (const Listing *listing, CabRecord *entry)
{
  g_autofree char *local = NULL;

  if (listing->from == NULL && listing->to == NULL)
    return TRUE;

  local = cab_when_dup_local (cab_record_get_text (entry, CAB_OWN (CAB_AUDIT_FIELD_AT)),
                              listing->zone);
  local[strlen ("2026-03-02")] = '\0';

  return (listing->from == NULL || strcmp (local, listing->from) >= 0)
         && (listing->to == NULL || strcmp (local, listing->to) <= 0);
}

static gboolean
take_entry (CabRecord *entry, gpointer data, GError **error)
{
  Listing *listing = data;

  if (g_cancellable_set_error_if_cancelled (cab_cli_get_cancellable (listing->cli), error))
    return FALSE;
  if (!is_in_period (listing, entry))
    return TRUE;
  if (listing->n_wanted == G_MAXINT64)
    return cab_cli_list_add (listing->list, entry, error);

  g_queue_push_tail (&listing->newest, g_object_ref (entry));
  if ((gint64)listing->newest.length > listing->n_wanted)
    g_object_unref (g_queue_pop_head (&listing->newest));

  return TRUE;
}

static gboolean
list_newest (Listing *listing, GError **error)
{
  for (GList *at = listing->newest.head; at != NULL; at = at->next)
    if (!cab_cli_list_add (listing->list, at->data, error))
      return FALSE;

  return cab_cli_list_finish (listing->list, error);
}

static gboolean
read_date (CabCli *cli, const char *name, const char **date, GError **error)
{
  *date = cab_cli_get_option (cli, name);

  return *date == NULL || cab_when_is_date (*date)
         || cab_cli_set_usage_error (error, _ ("--%s takes a date, as 2026-03-02."), name);
}

static gboolean
read_filter (CabCli *cli, CabFilter *filter, CabRecord **client, GError **error)
{
  const char *act = cab_cli_get_option (cli, "act");

  if (act != NULL && cab_codes_find (&cab_audit_act_codes, act) < 0)
    return cab_cli_set_usage_error (error, _ ("There is no act “%s” in the log."), act);
  if (act != NULL)
    {
      filter->field = CAB_OWN (CAB_AUDIT_FIELD_ACT);
      filter->equals = act;
    }
  if (cab_cli_get_word (cli, 0) == NULL)
    return TRUE;

  *client = cab_cli_record_find (cli, &cab_client_kind, 0, error);
  if (*client == NULL)
    return FALSE;

  filter->client_id = cab_record_get_id (*client);
  return TRUE;
}

gboolean
cab_cli_audit_list (CabCli *cli, GError **error)
{
  CabPractice *practice = cab_cli_get_practice (cli);
  CabFilter filter = CAB_FILTER_ALL;
  g_autoptr (CabRecord) client = NULL;
  g_autoptr (CabCliList) list = NULL;
  Listing listing = { .cli = cli, .n_wanted = G_MAXINT64, .newest = G_QUEUE_INIT };
  gboolean is_listed;

  listing.zone = cab_practice_settings_get_zone (practice);
  if (!cab_cli_args_get_integer (cab_cli_get_args (cli), "last", 1, G_MAXINT64, &listing.n_wanted,
                                 error)
      || !read_date (cli, "from", &listing.from, error)
      || !read_date (cli, "to", &listing.to, error) || !read_filter (cli, &filter, &client, error))
    return FALSE;

  list = cab_cli_list_new (cli, &cab_audit_kind, "sequence at act subject_kind subject_id", error);
  if (list == NULL)
    return FALSE;

  listing.list = list;
  is_listed = cab_practice_each (practice, &cab_audit_kind, &filter, take_entry, &listing, error)
              && list_newest (&listing, error);
  g_queue_clear_full (&listing.newest, g_object_unref);

  return is_listed;
}

/* The anchor that somebody typed from paper, if any. */
static gboolean
read_anchor (CabCli *cli, CabAuditAnchor *anchor, gsize *n_anchors, GError **error)
{
  const char *text = cab_cli_get_option (cli, "anchor");

  *n_anchors = text == NULL ? 0 : 1;
  return text == NULL || cab_audit_anchor_parse (text, anchor)
         || cab_cli_set_usage_error (error,
                                     _ ("--anchor takes a number, a date and sixteen hexadecimal "
                                        "digits, as they were printed."));
}

gboolean
cab_cli_audit_verify (CabCli *cli, GError **error)
{
  CabVault *vault = cab_practice_get_vault (cab_cli_get_practice (cli));
  g_autofree char *end = cab_vault_dup_anchor (vault);
  g_autofree char *printed = NULL;
  CabAuditAnchor anchor = { 0 };
  CabAuditReport report = { 0 };
  gsize n_anchors;

  if (!read_anchor (cli, &anchor, &n_anchors, error)
      || !cab_vault_verify_log (vault, &anchor, n_anchors, cab_cli_progress, cli, &report,
                                cab_cli_get_cancellable (cli), error))
    return FALSE;

  cab_cli_printf (cli, _ ("%" PRIu64 " entries, all of them in order; the log ends at %s.\n"),
                  (guint64)report.rows, end);
  if (n_anchors > 0)
    cab_cli_printf (cli, "%s\n", _ ("It goes through the given anchor."));
  printed = cab_anchor_dup_printed_date (vault);
  if (printed != NULL)
    cab_cli_printf (cli, _ ("It goes through the anchor printed on %s.\n"), printed);

  return TRUE;
}

static gboolean
put_on_paper (CabCli *cli, gpointer data, GOutputStream *stream, GError **error)
{
  return cab_anchor_paper_write (cab_cli_get_practice (cli), stream, error);
}

gboolean
cab_cli_audit_anchor (CabCli *cli, GError **error)
{
  return cab_cli_paper_write (cli, put_on_paper, NULL, error);
}
