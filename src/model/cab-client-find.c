/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-client-find.h"

#include "cab-fold.h"
#include "cab-model-error.h"
#include "cab-statement.h"

#include <glib/gi18n.h>
#include <string.h>

#define NAMED_MAXIMUM 5

/* List columns never spill, so they may be read without the whole record. */
static const char sql_clients[]
    = "SELECT id, reference, preferred_name, given_name, family_name, former_name, trashed_at\n"
      "FROM client\n"
      "ORDER BY reference";

typedef struct
{
  const char *words;
  char *folded;
  GPtrArray *ids;
  GPtrArray *references;
} Finding;

static gboolean
answers_to_name (const Finding *finding, CabStatement *row)
{
  GString *name = g_string_new (NULL);
  g_autofree char *joined = NULL;
  g_autofree char *folded = NULL;

  for (int column = 2; column <= 5; column++)
    {
      if (!cab_statement_is_null (row, column))
        g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "",
                                cab_statement_get_text (row, column));
    }
  joined = g_string_free (name, FALSE);
  folded = cab_fold_dup (joined);

  return strstr (folded, finding->folded) != NULL;
}

/* Whether this row is the one that is meant, without any doubt. */
static gboolean
is_exact (const Finding *finding, CabStatement *row)
{
  return g_ascii_strcasecmp (finding->words, cab_statement_get_text (row, 1)) == 0
         || strcmp (finding->words, cab_statement_get_text (row, 0)) == 0;
}

static gboolean
collect (Finding *finding, CabStatement *row)
{
  gboolean exact = is_exact (finding, row);

  if (!exact
      && (!cab_statement_is_null (row, 6) || *finding->folded == '\0'
          || !answers_to_name (finding, row)))
    return FALSE;
  if (exact)
    {
      g_ptr_array_set_size (finding->ids, 0);
      g_ptr_array_set_size (finding->references, 0);
    }

  g_ptr_array_add (finding->ids, g_strdup (cab_statement_get_text (row, 0)));
  g_ptr_array_add (finding->references, g_strdup (cab_statement_get_text (row, 1)));
  return exact;
}

static gboolean
walk_clients (CabPractice *practice, Finding *finding, GError **error)
{
  g_autoptr (CabStatement) statement = NULL;

  statement
      = cab_statement_new (cab_practice_get_db (practice), sql_clients, "find a client", error);
  if (statement == NULL)
    return FALSE;

  for (;;)
    {
      switch (cab_statement_step (statement, error))
        {
        case CAB_STEP_ERROR:
          return FALSE;
        case CAB_STEP_DONE:
          return TRUE;
        case CAB_STEP_ROW:
          if (collect (finding, statement))
            return TRUE;
        }
    }
}

static char *
take_only (Finding *finding, GError **error)
{
  g_autoptr (GString) named = NULL;

  if (finding->ids->len == 1)
    return g_strdup (g_ptr_array_index (finding->ids, 0));
  if (finding->ids->len == 0)
    {
      g_set_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_NOT_FOUND,
                   _ ("No client answers to “%s”."), finding->words);
      return NULL;
    }

  named = g_string_new (NULL);
  for (guint i = 0; i < finding->references->len && i < NAMED_MAXIMUM; i++)
    g_string_append_printf (named, "%s%s", i > 0 ? ", " : "",
                            (const char *)g_ptr_array_index (finding->references, i));
  g_set_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_AMBIGUOUS,
               g_dngettext (GETTEXT_PACKAGE, "%u client answers to “%s”: %s%s.",
                            "%u clients answer to “%s”: %s%s.", finding->ids->len),
               finding->ids->len, finding->words, named->str,
               finding->ids->len > NAMED_MAXIMUM ? " …" : "");
  return NULL;
}

char *
cab_client_find (CabPractice *practice, const char *words, GError **error)
{
  Finding finding = { .words = words };
  char *id = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && words != NULL, NULL);
  g_return_val_if_fail (g_utf8_validate (words, -1, NULL), NULL);

  finding.folded = cab_fold_dup (words);
  finding.ids = g_ptr_array_new_with_free_func (g_free);
  finding.references = g_ptr_array_new_with_free_func (g_free);

  if (walk_clients (practice, &finding, error))
    id = take_only (&finding, error);

  g_free (finding.folded);
  g_ptr_array_unref (finding.ids);
  g_ptr_array_unref (finding.references);
  return id;
}
