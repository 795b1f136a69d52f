/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-export-summary.h"

#include <glib/gi18n.h>

static void
add_row (GtkListBox *list, const char *title, const char *fact)
{
  GtkWidget *row;

  if (fact == NULL || *fact == '\0')
    return;

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), fact);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (row, "property");
  gtk_list_box_append (list, row);
}

void
cab_export_summary_show (GtkListBox *list, const CabExportSummary *summary)
{
  g_autofree char *withheld = NULL;
  g_autofree char *plain = NULL;

  g_return_if_fail (GTK_IS_LIST_BOX (list));
  g_return_if_fail (summary != NULL);

  if (summary->n_withheld > 0)
    withheld = g_strdup_printf (
        ngettext ("%u record is withheld", "%u records are withheld", summary->n_withheld),
        summary->n_withheld);
  if (summary->asked_by != NULL)
    /* Translators: %s is who asked for it */
    plain = g_strdup_printf (_ ("Not encrypted, as asked by %s"), summary->asked_by);

  gtk_list_box_remove_all (list);
  add_row (list, _ ("What goes"), summary->goes);
  add_row (list, _ ("What stays"), summary->stays);
  add_row (list, _ ("Period"), summary->period);
  add_row (list, _ ("Withheld"), withheld);
  add_row (list, _ ("To whom"), summary->recipient);
  add_row (list, _ ("On what ground"), summary->ground != NULL ? _ (summary->ground) : NULL);
  add_row (list, _ ("Protection"),
           plain != NULL ? plain : _ ("Encrypted with seven words, which are shown once"));
  add_row (list, _ ("Folder"), summary->folder);
}
