/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-consent-how.h"

#include <glib/gi18n.h>

/* cab_consent_how_codes with access keys [W-103]. */
static const char *const ways[] = {
  [CAB_CONSENT_HOW_SIGNED_PAPER] = N_ ("Signed on _paper"),
  [CAB_CONSENT_HOW_SIGNED_SCREEN] = N_ ("Signed on _screen"),
  [CAB_CONSENT_HOW_VERBAL] = N_ ("_Verbally"),
  [CAB_CONSENT_HOW_EMAIL] = N_ ("By _email"),
  [CAB_CONSENT_HOW_LETTER] = N_ ("_By letter"),
};

static GtkCheckButton *
get_check (GtkListBox *list, guint i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int)i);

  return GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
}

void
cab_consent_how_fill (GtkListBox *list, GCallback changed, gpointer object)
{
  g_return_if_fail (GTK_IS_LIST_BOX (list));

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (ways[i]));
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (cab_consent_how_codes.codes[i].label), -1);
      if (i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (check), get_check (list, 0));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      gtk_list_box_append (list, row);
    }
  gtk_check_button_set_active (get_check (list, 0), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    g_signal_connect_object (get_check (list, i), "toggled", changed, object, G_CONNECT_SWAPPED);
}

CabConsentHow
cab_consent_how_get (GtkListBox *list)
{
  g_return_val_if_fail (GTK_IS_LIST_BOX (list), CAB_CONSENT_HOW_SIGNED_PAPER);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (gtk_check_button_get_active (get_check (list, i)))
      return (CabConsentHow)i;

  /* While another is being chosen, for a moment none is. */
  return CAB_CONSENT_HOW_SIGNED_PAPER;
}
