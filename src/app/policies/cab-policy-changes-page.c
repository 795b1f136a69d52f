/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-policy-changes-page.h"

#include <glib/gi18n.h>

#include "cab-diff-view.h"
#include "cab-policy-text.h"

struct _CabPolicyChangesPage
{
  AdwNavigationPage parent_instance;

  /* Template */
  GtkLabel *summary_label;
  CabDiffView *diff_view;
};

G_DEFINE_FINAL_TYPE (CabPolicyChangesPage, cab_policy_changes_page, ADW_TYPE_NAVIGATION_PAGE)

#define FIELD(name) CAB_OWN (CAB_POLICY_TEXT_FIELD_##name)

static int
get_version (CabRecord *policy)
{
  gint64 number = 0;

  cab_record_get_integer (policy, FIELD (VERSION_NUMBER), &number);
  return (int)number;
}

/* What a person read: the title and the text. */
static char *
dup_read (CabRecord *policy)
{
  return g_strdup_printf ("%s\n\n%s", cab_record_get_text (policy, FIELD (TITLE)),
                          cab_record_get_text (policy, FIELD (BODY)));
}

static char *
dup_summary (guint n, int before, int after)
{
  if (n == 0)
    /* Translators: the numbers of two versions of a text */
    return g_strdup_printf (_ ("The words of version %1$d and version %2$d are the same"), before,
                            after);

  /* Translators: how many changes, then the numbers of two versions of a text */
  return g_strdup_printf (ngettext ("%1$u change from version %2$d to version %3$d",
                                    "%1$u changes from version %2$d to version %3$d", n),
                          n, before, after);
}

AdwNavigationPage *
cab_policy_changes_page_new (CabRecord *before, CabRecord *after)
{
  CabPolicyChangesPage *self;
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;
  g_autofree char *summary = NULL;
  guint n;

  g_return_val_if_fail (CAB_IS_RECORD (before) && CAB_IS_RECORD (after), NULL);

  self = g_object_new (CAB_TYPE_POLICY_CHANGES_PAGE, NULL);
  old_text = dup_read (before);
  new_text = dup_read (after);
  n = cab_diff_view_show (self->diff_view, old_text, new_text);
  cab_diff_view_set_label (self->diff_view, cab_record_get_text (after, FIELD (TITLE)));
  summary = dup_summary (n, get_version (before), get_version (after));
  gtk_label_set_label (self->summary_label, summary);

  return ADW_NAVIGATION_PAGE (self);
}

static void
cab_policy_changes_page_class_init (CabPolicyChangesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CAB_TYPE_DIFF_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/policies/cab-policy-changes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabPolicyChangesPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, CabPolicyChangesPage, diff_view);
}

static void
cab_policy_changes_page_init (CabPolicyChangesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
