/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-policies-page.h"

#include <glib/gi18n.h>

#include "cab-open-row.h"
#include "cab-policy-draft-page.h"
#include "cab-policy-entry.h"
#include "cab-policy-page.h"

struct _CabPoliciesPage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  GCancellable *loading;
  gulong changed_id;

  /* Owned by their groups */
  GPtrArray *rows;

  /* Template */
  AdwPreferencesGroup *new_group;
  AdwPreferencesGroup *drafts_group;
  AdwPreferencesGroup *published_group;
  AdwPreferencesGroup *replaced_group;
};

G_DEFINE_FINAL_TYPE (CabPoliciesPage, cab_policies_page, ADW_TYPE_NAVIGATION_PAGE)

static void
push (CabPoliciesPage *self, AdwNavigationPage *page)
{
  AdwPreferencesDialog *dialog = ADW_PREFERENCES_DIALOG (
      gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG));

  adw_preferences_dialog_push_subpage (dialog, page);
}

static void
on_draft_activated_cb (CabPoliciesPage *self, CabOpenRow *row)
{
  push (self, cab_policy_draft_page_new (self->practice, cab_open_row_get_id (row)));
}

static void
on_text_activated_cb (CabPoliciesPage *self, CabOpenRow *row)
{
  push (self, cab_policy_page_new (self->practice, cab_open_row_get_id (row)));
}

static AdwPreferencesGroup *
find_group (CabPoliciesPage *self, const CabPolicyEntry *entry)
{
  if (cab_policy_entry_is_draft (entry))
    return self->drafts_group;

  return entry->is_replaced ? self->replaced_group : self->published_group;
}

static void
add_row (CabPoliciesPage *self, const CabPolicyEntry *entry)
{
  AdwPreferencesGroup *group = find_group (self, entry);
  g_autofree char *subtitle = cab_policy_entry_dup_subtitle (entry);
  GtkWidget *row = cab_open_row_new (
      cab_record_get_text (entry->policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_TITLE)), subtitle,
      cab_record_get_id (entry->policy));

  g_signal_connect_object (row, "activated",
                           cab_policy_entry_is_draft (entry) ? G_CALLBACK (on_draft_activated_cb)
                                                             : G_CALLBACK (on_text_activated_cb),
                           self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (CabPoliciesPage *self)
{
  AdwPreferencesGroup *const groups[]
      = { self->drafts_group, self->published_group, self->replaced_group };

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (
                                      self->rows->pdata[i], ADW_TYPE_PREFERENCES_GROUP)),
                                  self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    gtk_widget_set_visible (GTK_WIDGET (groups[i]), FALSE);
}

static gpointer
load_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  return cab_policy_entries_read (practice, error);
}

/* What there has to be before anybody can agree to anything; %NULL when there is. */
static const char *
get_need (GPtrArray *entries)
{
  gboolean has_draft = FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      const CabPolicyEntry *entry = entries->pdata[i];

      if (!cab_policy_entry_asks_for_consent (entry))
        continue;
      if (!cab_policy_entry_is_draft (entry))
        return NULL;
      has_draft = TRUE;
    }

  return has_draft ? _ ("Nobody can agree to anything yet: open the draft and publish it.")
                   : _ ("Nobody can agree to anything yet: write a consent text and publish it.");
}

static void
on_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabPoliciesPage) self = user_data;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  entries = cab_open_practice_run_finish (self->practice, result, &error);
  if (entries == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_autofree char *escaped = g_markup_escape_text (error->message, -1);

          adw_preferences_group_set_description (self->new_group, escaped);
        }
      return;
    }

  clear_rows (self);
  adw_preferences_group_set_description (self->new_group, get_need (entries));
  for (guint i = 0; i < entries->len; i++)
    add_row (self, entries->pdata[i]);
}

static void
load (CabPoliciesPage *self)
{
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, load_job, NULL, NULL,
                               (GDestroyNotify)g_ptr_array_unref, self->loading, on_loaded_cb,
                               g_object_ref (self));
}

static void
begin (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabPoliciesPage *self = CAB_POLICIES_PAGE (widget);

  push (self, cab_policy_draft_page_new (self->practice, NULL));
}

static const CabAction actions[] = {
  { "texts.new", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, begin },
};

CAB_DEFINE_ACTION_TABLE (cab_policies_actions, actions);

AdwNavigationPage *
cab_policies_page_new (CabOpenPractice *practice)
{
  CabPoliciesPage *self;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);

  self = g_object_new (CAB_TYPE_POLICIES_PAGE, NULL);
  self->practice = g_object_ref (practice);
  self->changed_id = g_signal_connect_swapped (practice, "changed", G_CALLBACK (load), self);
  cab_action_table_bind (&cab_policies_actions, GTK_WIDGET (self), G_OBJECT (practice));
  load (self);

  return ADW_NAVIGATION_PAGE (self);
}

static void
cab_policies_page_dispose (GObject *object)
{
  CabPoliciesPage *self = CAB_POLICIES_PAGE (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->practice != NULL)
    g_clear_signal_handler (&self->changed_id, self->practice);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_policies_page_parent_class)->dispose (object);
}

static void
cab_policies_page_class_init (CabPoliciesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cab_policies_page_dispose;

  g_type_ensure (CAB_TYPE_OPEN_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/policies/cab-policies-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabPoliciesPage, new_group);
  gtk_widget_class_bind_template_child (widget_class, CabPoliciesPage, drafts_group);
  gtk_widget_class_bind_template_child (widget_class, CabPoliciesPage, published_group);
  gtk_widget_class_bind_template_child (widget_class, CabPoliciesPage, replaced_group);
  cab_action_table_install (&cab_policies_actions, widget_class);
}

static void
cab_policies_page_init (CabPoliciesPage *self)
{
  self->loading = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
