/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-compare-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-backup-copy.h"
#include "cab-difference-item.h"
#include "cab-difference-page.h"
#include "cab-format.h"
#include "cab-list-cell.h"
#include "cab-plain-row.h"
#include "cab-practice-view.h"

struct _CabComparePage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice; /* the backup */
  CabOpenPractice *current;
  GListStore *differences;
  GCancellable *loading;
  gulong changed_id;

  /* Template */
  GtkStack *stack;
  AdwStatusPage *status_page;
  GtkLabel *summary_label;
  GtkWidget *list_view;

  /* State */
  guint n_ticked;
};

enum
{
  PROP_DIFFERENCES = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabComparePage, cab_compare_page, ADW_TYPE_NAVIGATION_PAGE)

/* Which state of which practice a file holds, without reading its records. */
typedef struct
{
  guint8 practice_id[16];
  guint8 root[32];
} Mark;

/* What the practice holds; no contents when it holds what the backup does. */
typedef struct
{
  Mark backup;
  gboolean is_discreet;
  CabContents *contents;
} Now;

typedef struct
{
  GPtrArray *items;
  guint n_now; /* records that came after the backup */
  guint n_erased;
  char *erased_on;
} Result;

static void
now_free (Now *self)
{
  g_clear_pointer (&self->contents, cab_contents_free);
  g_free (self);
}

static void
result_free (Result *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self->erased_on);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Result, result_free)

static void
read_mark (CabPractice *practice, Mark *mark)
{
  CabVault *vault = cab_practice_get_vault (practice);

  memcpy (mark->practice_id, cab_vault_get_practice_id (vault), sizeof mark->practice_id);
  memcpy (mark->root, cab_vault_get_content_root (vault), sizeof mark->root);
}

static gpointer
mark_job (CabPractice *backup, gpointer data, GCancellable *cancellable, GError **error)
{
  Now *now = g_new0 (Now, 1);

  read_mark (backup, &now->backup);

  return now;
}

/* [V-91] Two files with the same root need not be read. */
static gpointer
now_job (CabPractice *current, gpointer data, GCancellable *cancellable, GError **error)
{
  Now *now = data;
  Mark mark;

  read_mark (current, &mark);
  if (memcmp (&mark, &now->backup, sizeof mark) != 0)
    now->contents = cab_contents_take (current, cancellable, error);

  return NULL;
}

static gpointer
compare_job (CabPractice *backup, gpointer data, GCancellable *cancellable, GError **error)
{
  Now *now = data;
  g_autoptr (CabContents) contents = cab_contents_take (backup, cancellable, error);
  g_autoptr (CabComparison) comparison = NULL;
  g_autoptr (Result) result = NULL;

  comparison = contents != NULL ? cab_compare (contents, now->contents, error) : NULL;
  if (comparison == NULL)
    return NULL;

  result = g_new0 (Result, 1);
  result->items
      = cab_difference_item_list (backup, comparison, now->is_discreet, cancellable, error);
  result->n_now = comparison->differences[CAB_DIFFERENCE_ONLY_NOW]->len;
  result->n_erased = comparison->n_erased;
  result->erased_on = g_strdup (comparison->erased_on);

  return result->items != NULL ? g_steal_pointer (&result) : NULL;
}

static void
show_status (CabComparePage *self, const char *title, const char *words)
{
  adw_status_page_set_title (self->status_page, title);
  cab_plain_page_describe (self->status_page, words);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

static void
add_words (GString *text, char *words)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, words);
  g_free (words);
}

/* [W-51] What is not listed row by row, counted. */
static char *
dup_summary (const Result *result)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_lost = 0;
  guint n_changed;

  for (guint i = 0; i < result->items->len; i++)
    if (cab_difference_item_get_section (result->items->pdata[i]) == CAB_DIFFERENCE_ONLY_BACKUP)
      n_lost++;
  n_changed = result->items->len - n_lost;

  if (n_lost > 0)
    add_words (text, g_strdup_printf (ngettext ("%u is only in the backup.",
                                                "%u are only in the backup.", n_lost),
                                      n_lost));
  if (n_changed > 0)
    add_words (text, g_strdup_printf (ngettext ("%u is different.", "%u are different.", n_changed),
                                      n_changed));
  if (result->n_now > 0)
    add_words (text, g_strdup_printf (ngettext ("%u record came after the backup.",
                                                "%u records came after the backup.", result->n_now),
                                      result->n_now));
  if (result->n_erased > 0)
    {
      g_autofree char *day = cab_format_date (result->erased_on);

      add_words (text, g_strdup_printf (ngettext ("%1$u record was erased since, on %2$s.",
                                                  "%1$u records were erased since, the last on "
                                                  "%2$s.",
                                                  result->n_erased),
                                        result->n_erased, day));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
update_ticked (CabComparePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->differences));

  self->n_ticked = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->differences), i);
      gboolean is_ticked = FALSE;

      g_object_get (item, "ticked", &is_ticked, NULL);
      self->n_ticked += is_ticked ? 1 : 0;
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.copy", self->n_ticked > 0);
}

static void
show_result (CabComparePage *self, const Result *result)
{
  g_autofree char *summary = dup_summary (result);

  for (guint i = 0; i < result->items->len; i++)
    g_signal_connect_object (result->items->pdata[i], "notify::ticked", G_CALLBACK (update_ticked),
                             self, G_CONNECT_SWAPPED);
  g_list_store_splice (self->differences, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->differences)),
                       result->items->pdata, result->items->len);
  update_ticked (self);
  if (result->items->len == 0)
    {
      show_status (self, _ ("Nothing to Bring Back"), summary);
      return;
    }

  gtk_label_set_label (self->summary_label, summary);
  gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
show_failure (CabComparePage *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_status (self, _ ("Not Compared"), error->message);
  else if (cab_open_practice_is_closed (self->current))
    show_status (self, _ ("Not Compared"), _ ("Your practice is not open any more."));
}

static void
on_compared_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabComparePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Result) found = NULL;

  if (self->practice == NULL)
    return;

  found = cab_open_practice_run_finish (self->practice, result, &error);
  if (found != NULL)
    show_result (self, found);
  else
    show_failure (self, error);
}

typedef struct
{
  CabComparePage *page;
  Now *now;
} Step;

static void
on_now_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Step *step = user_data;
  g_autoptr (CabComparePage) self = step->page;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    {
      now_free (step->now);
      return;
    }

  cab_open_practice_run_finish (self->current, result, &error);
  if (error == NULL && step->now->contents != NULL)
    {
      step->now->is_discreet = cab_open_practice_is_discreet (self->practice);
      cab_open_practice_run_async (self->practice, CAB_JOB_READS, compare_job, step->now,
                                   (GDestroyNotify)now_free, (GDestroyNotify)result_free,
                                   self->loading, on_compared_cb, g_object_ref (self));
      return;
    }

  now_free (step->now);
  if (error == NULL)
    show_status (self, _ ("Nothing Differs"),
                 _ ("The backup and your practice hold the same records."));
  else
    show_failure (self, error);
}

static void
on_marked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabComparePage) self = user_data;
  Now *now;
  Step *step;

  if (self->practice == NULL)
    return;

  now = cab_open_practice_run_finish (self->practice, result, NULL);
  if (now == NULL)
    return;

  step = g_new0 (Step, 1);
  step->page = g_object_ref (self);
  step->now = now;
  cab_open_practice_run_async (self->current, CAB_JOB_READS, now_job, now, NULL, NULL,
                               self->loading, on_now_cb, step);
}

static void
load (CabComparePage *self)
{
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, mark_job, NULL, NULL,
                               (GDestroyNotify)now_free, self->loading, on_marked_cb,
                               g_object_ref (self));
}

CabComparePage *
cab_compare_page_new (CabOpenPractice *backup, CabOpenPractice *current)
{
  CabComparePage *self;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (backup) && CAB_IS_OPEN_PRACTICE (current), NULL);

  self = g_object_new (CAB_TYPE_COMPARE_PAGE, NULL);
  self->practice = g_object_ref (backup);
  self->current = g_object_ref (current);
  cab_action_table_bind (&cab_compare_actions, GTK_WIDGET (self), G_OBJECT (backup));
  update_ticked (self);
  self->changed_id = g_signal_connect_swapped (current, "changed", G_CALLBACK (load), self);
  g_signal_connect_object (backup, "notify::discreet", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);

  return self;
}

static void
copy_ticked (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabComparePage *self = CAB_COMPARE_PAGE (widget);
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (CabDifference));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->differences));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CabDifferenceItem) item
          = g_list_model_get_item (G_LIST_MODEL (self->differences), i);
      gboolean is_ticked = FALSE;

      g_object_get (item, "ticked", &is_ticked, NULL);
      if (is_ticked)
        g_array_append_vals (chosen, cab_difference_item_get (item), 1);
    }
  if (chosen->len > 0)
    cab_backup_copy (widget, self->practice, self->current, (CabDifference *)chosen->data,
                     chosen->len);
}

static const CabAction actions[] = {
  { "compare.copy", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, copy_ticked },
};

CAB_DEFINE_ACTION_TABLE (cab_compare_actions, actions);

static void
on_row_activated_cb (CabComparePage *self, guint position)
{
  g_autoptr (CabDifferenceItem) item
      = g_list_model_get_item (G_LIST_MODEL (self->differences), position);

  cab_push_page (GTK_WIDGET (self), ADW_NAVIGATION_PAGE (cab_difference_page_new (
                                        self->practice, self->current, item)));
}

static void
on_ticked_cb (GtkListItem *list_item, GtkCheckButton *button)
{
  GObject *item = gtk_list_item_get_item (list_item);

  if (item != NULL)
    g_object_set (item, "ticked", gtk_check_button_get_active (button), NULL);
}

static void
cab_compare_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, CAB_COMPARE_PAGE (object)->differences);
}

static void
cab_compare_page_dispose (GObject *object)
{
  CabComparePage *self = CAB_COMPARE_PAGE (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->current != NULL)
    g_clear_signal_handler (&self->changed_id, self->current);
  g_clear_object (&self->differences);
  g_clear_object (&self->practice);
  g_clear_object (&self->current);

  G_OBJECT_CLASS (cab_compare_page_parent_class)->dispose (object);
}

static void
cab_compare_page_class_init (CabComparePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_compare_page_get_property;
  object_class->dispose = cab_compare_page_dispose;

  properties[PROP_DIFFERENCES] = g_param_spec_object ("differences", NULL, NULL, G_TYPE_LIST_MODEL,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CAB_TYPE_DIFFERENCE_ITEM);
  g_type_ensure (CAB_TYPE_LIST_CELL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/safety/cab-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabComparePage, stack);
  gtk_widget_class_bind_template_child (widget_class, CabComparePage, status_page);
  gtk_widget_class_bind_template_child (widget_class, CabComparePage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, CabComparePage, list_view);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_ticked_cb);
  cab_action_table_install (&cab_compare_actions, widget_class);
}

static void
cab_compare_page_init (CabComparePage *self)
{
  self->loading = g_cancellable_new ();
  self->differences = g_list_store_new (CAB_TYPE_DIFFERENCE_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
}
