/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-policy-page.h"

#include <glib/gi18n.h>

#include "cab-announce.h"
#include "cab-attention.h"
#include "cab-client-name.h"
#include "cab-client.h"
#include "cab-fact.h"
#include "cab-format.h"
#include "cab-open-row.h"
#include "cab-policy-changes-page.h"
#include "cab-policy-draft-page.h"
#include "cab-policy-paper.h"
#include "cab-policy-text.h"
#include "cab-printing.h"
#include "cab-verbatim.h"

#define FIELD(name) CAB_OWN (CAB_POLICY_TEXT_FIELD_##name)

struct _CabPolicyPage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  char *id;
  CabRecord *policy;
  CabRecord *before; /* what it replaced, or NULL */
  GCancellable *loading;
  gulong changed_id;

  /* Owned by their group */
  GPtrArray *rows;

  /* Template */
  AdwPreferencesGroup *outdated_group;
  GtkLabel *outdated_label;
  GtkLabel *heading_label;
  GtkLabel *facts_label;
  GtkLabel *purposes_label;
  GtkLabel *body_label;
  GtkLabel *digest_label;
  GtkLabel *refusal_label;
  GtkButton *compare_button;
};

G_DEFINE_FINAL_TYPE (CabPolicyPage, cab_policy_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_sentence (CabPolicyPage *self, const char *sentence)
{
  gtk_label_set_label (self->refusal_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), TRUE);
  cab_announce (GTK_WIDGET (self), sentence);
}

static gint64
get_version (CabRecord *policy)
{
  gint64 number = 0;

  cab_record_get_integer (policy, FIELD (VERSION_NUMBER), &number);
  return number;
}

/* What the page shows, read on the file's thread. */
typedef struct
{
  CabRecord *policy;
  CabRecord *before; /* (nullable) */
  CabRecord *after;  /* (nullable): the published text that replaced it */
  GPtrArray *people; /* of CabRecord: clients who agreed to an older version, and not to this */
} Content;

static void
content_free (Content *self)
{
  g_clear_object (&self->policy);
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Content, content_free)

static gboolean
read_after (CabPractice *practice, Content *content, GError **error)
{
  const CabFilter kept = { .trashed = 0 };
  g_autoptr (GPtrArray) texts = cab_practice_list (practice, &cab_policy_text_kind, &kept, error);

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    if (!cab_record_is_none (texts->pdata[i], FIELD (PUBLISHED_AT))
        && g_strcmp0 (cab_record_get_text (texts->pdata[i], FIELD (SUPERSEDES_ID)),
                      cab_record_get_id (content->policy))
               == 0)
      {
        g_clear_object (&content->after);
        content->after = g_object_ref (texts->pdata[i]);
      }

  return texts != NULL;
}

/* Nobody is asked again for a text that was replaced itself. */
static gboolean
read_people (CabPractice *practice, Content *content, GError **error)
{
  g_autoptr (GPtrArray) ids = NULL;

  content->people = g_ptr_array_new_with_free_func (g_object_unref);
  if (content->after != NULL)
    return TRUE;

  ids = cab_attention_list_outdated (practice, cab_record_get_id (content->policy), error);
  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      CabRecord *client = cab_practice_load (practice, &cab_client_kind, ids->pdata[i], error);

      if (client == NULL)
        return FALSE;
      g_ptr_array_add (content->people, client);
    }

  return TRUE;
}

static gpointer
load_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (Content) content = g_new0 (Content, 1);
  const char *before;

  content->policy = cab_practice_load (practice, &cab_policy_text_kind, data, error);
  if (content->policy == NULL)
    return NULL;

  before = cab_record_get_text (content->policy, FIELD (SUPERSEDES_ID));
  if (before != NULL)
    {
      content->before = cab_practice_load (practice, &cab_policy_text_kind, before, error);
      if (content->before == NULL)
        return NULL;
    }

  return read_after (practice, content, error) && read_people (practice, content, error)
             ? g_steal_pointer (&content)
             : NULL;
}

static void
show_facts (CabPolicyPage *self, CabRecord *after)
{
  g_autofree char *kind = cab_fact_dup_words (self->policy, FIELD (POLICY_KIND));
  g_autofree char *audience = cab_fact_dup_words (self->policy, FIELD (AUDIENCE));
  g_autofree char *language = cab_fact_dup_words (self->policy, FIELD (LANGUAGE));
  g_autofree char *since
      = cab_format_date (cab_record_get_text (self->policy, FIELD (EFFECTIVE_FROM)));
  g_autofree char *purposes = cab_fact_dup_words (self->policy, FIELD (PURPOSES));
  /* Translators: kind of text, for whom, in which language, number of the version, date */
  g_autofree char *facts
      = g_strdup_printf (_ ("%1$s · %2$s · %3$s · Version %4$d · Since %5$s"), kind, audience,
                         language, (int)get_version (self->policy), since);

  if (after != NULL)
    {
      g_autofree char *before = g_steal_pointer (&facts);

      /* Translators: the facts about a text, then the number of a version */
      facts = g_strdup_printf (_ ("%1$s · Replaced by version %2$d"), before,
                               (int)get_version (after));
    }
  gtk_label_set_label (self->facts_label, facts);
  gtk_label_set_label (self->purposes_label, purposes != NULL ? purposes : "");
  gtk_widget_set_visible (GTK_WIDGET (self->purposes_label), purposes != NULL);
}

static void
show (CabPolicyPage *self, CabRecord *after)
{
  const char *digest = cab_record_get_text (self->policy, FIELD (DIGEST));
  g_autofree char *shown = NULL;

  show_facts (self, after);
  gtk_label_set_label (self->heading_label, cab_record_get_text (self->policy, FIELD (TITLE)));
  gtk_label_set_label (self->body_label, cab_record_get_text (self->policy, FIELD (BODY)));
  /* Translators: %s is a digest in hexadecimal digits */
  shown = g_strdup_printf (_ ("SHA-512 %s"), digest != NULL ? digest : "");
  gtk_label_set_label (self->digest_label, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->compare_button), self->before != NULL);
}

/* The dialog is closed first: a page that is covered by it is of no use. */
static void
on_person_activated_cb (CabPolicyPage *self, CabOpenRow *row)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW);
  g_autofree char *id = g_strdup (cab_open_row_get_id (row));

  if (dialog != NULL)
    adw_dialog_close (ADW_DIALOG (dialog));
  gtk_widget_activate_action (window, "win.open-client", "s", id);
}

static void
show_people (CabPolicyPage *self, GPtrArray *people)
{
  gboolean is_discreet = cab_open_practice_is_discreet (self->practice);
  g_autofree char *title
      = g_strdup_printf (ngettext ("%u Person Agreed to an Older Version",
                                   "%u People Agreed to an Older Version", people->len),
                         people->len);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->outdated_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < people->len; i++)
    {
      g_autofree char *name = cab_client_name_dup (people->pdata[i], is_discreet);
      GtkWidget *row = cab_open_row_new (name, NULL, cab_record_get_id (people->pdata[i]));

      g_signal_connect_object (row, "activated", G_CALLBACK (on_person_activated_cb), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->outdated_group, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_label_set_label (self->outdated_label, title);
  gtk_widget_set_visible (GTK_WIDGET (self->outdated_group), people->len > 0);
}

static void
on_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabPolicyPage) self = user_data;
  g_autoptr (Content) content = NULL;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  content = cab_open_practice_run_finish (self->practice, result, &error);
  if (content == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_sentence (self, error->message);
      return;
    }

  g_set_object (&self->policy, content->policy);
  g_set_object (&self->before, content->before);
  show (self, content->after);
  show_people (self, content->people);
}

static void
load (CabPolicyPage *self)
{
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, load_job, g_strdup (self->id), g_free,
                               (GDestroyNotify)content_free, self->loading, on_loaded_cb,
                               g_object_ref (self));
}

static void
push (CabPolicyPage *self, AdwNavigationPage *page)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);

  adw_preferences_dialog_push_subpage (ADW_PREFERENCES_DIALOG (dialog), page);
}

static gpointer
revise_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (CabRecord) policy = cab_practice_load (practice, &cab_policy_text_kind, data, error);

  return policy != NULL ? cab_policy_text_revise (practice, policy, error) : NULL;
}

static void
on_revised_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabPolicyPage) self = user_data;
  g_autoptr (CabRecord) draft = NULL;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  draft = cab_open_practice_run_finish (self->practice, result, &error);
  if (draft != NULL)
    push (self, cab_policy_draft_page_new (self->practice, cab_record_get_id (draft)));
  else
    show_sentence (self, error->message);
}

static void
revise (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabPolicyPage *self = CAB_POLICY_PAGE (widget);

  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES, revise_job, g_strdup (self->id),
                               g_free, g_object_unref, self->loading, on_revised_cb,
                               g_object_ref (self));
}

static gboolean
write_paper (CabPractice *practice, const char *id, GOutputStream *stream, GError **error)
{
  g_autoptr (CabRecord) policy = cab_practice_load (practice, &cab_policy_text_kind, id, error);

  return policy != NULL && cab_policy_paper_write (practice, policy, NULL, stream, error);
}

static void
print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabPolicyPage *self = CAB_POLICY_PAGE (widget);

  cab_printing_print (widget, self->practice, _ ("Print Form"), write_paper, self->id);
}

static void
compare (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabPolicyPage *self = CAB_POLICY_PAGE (widget);

  if (self->before != NULL)
    push (self, cab_policy_changes_page_new (self->before, self->policy));
}

static const CabAction actions[] = {
  { "text.revise", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, revise },
  { "text.print", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, print },
  { "text.compare", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, compare },
};

CAB_DEFINE_ACTION_TABLE (cab_policy_page_actions, actions);

AdwNavigationPage *
cab_policy_page_new (CabOpenPractice *practice, const char *id)
{
  CabPolicyPage *self;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice) && id != NULL, NULL);

  self = g_object_new (CAB_TYPE_POLICY_PAGE, NULL);
  self->practice = g_object_ref (practice);
  self->id = g_strdup (id);
  cab_action_table_bind (&cab_policy_page_actions, GTK_WIDGET (self), G_OBJECT (practice));
  self->changed_id = g_signal_connect_swapped (practice, "changed", G_CALLBACK (load), self);
  load (self);

  return ADW_NAVIGATION_PAGE (self);
}

static void
cab_policy_page_dispose (GObject *object)
{
  CabPolicyPage *self = CAB_POLICY_PAGE (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->policy);
  g_clear_object (&self->before);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  if (self->practice != NULL)
    g_clear_signal_handler (&self->changed_id, self->practice);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_policy_page_parent_class)->dispose (object);
}

static void
cab_policy_page_finalize (GObject *object)
{
  g_free (CAB_POLICY_PAGE (object)->id);

  G_OBJECT_CLASS (cab_policy_page_parent_class)->finalize (object);
}

static void
cab_policy_page_class_init (CabPolicyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cab_policy_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = cab_policy_page_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/policies/cab-policy-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabPolicyPage, outdated_group);
  gtk_widget_class_bind_template_child (widget_class, CabPolicyPage, outdated_label);
  gtk_widget_class_bind_template_child (widget_class, CabPolicyPage, heading_label);
  gtk_widget_class_bind_template_child (widget_class, CabPolicyPage, facts_label);
  gtk_widget_class_bind_template_child (widget_class, CabPolicyPage, purposes_label);
  gtk_widget_class_bind_template_child (widget_class, CabPolicyPage, body_label);
  gtk_widget_class_bind_template_child (widget_class, CabPolicyPage, digest_label);
  gtk_widget_class_bind_template_child (widget_class, CabPolicyPage, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabPolicyPage, compare_button);
  cab_action_table_install (&cab_policy_page_actions, widget_class);
}

static void
cab_policy_page_init (CabPolicyPage *self)
{
  self->loading = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  cab_verbatim_set (GTK_WIDGET (self->digest_label));
}
