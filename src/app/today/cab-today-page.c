/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-today-page.h"

#include <glib/gi18n.h>

#include "cab-format.h"
#include "cab-list-cell.h"
#include "cab-list-pace.h"
#include "cab-list-top.h"
#include "cab-open-record.h"
#include "cab-today-item.h"
#include "cab-today-list.h"
#include "cab-word.h"

struct _CabTodayPage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  GListStore *items; /* of CabTodayItem */
  char *count;
  GCancellable *loading;
  gulong changed_id;

  /* Template */
  AdwWindowTitle *window_title;
  GtkStack *stack;
  GtkListView *list_view;
  GtkNoSelection *selection;
  GtkCustomSorter *section_sorter;

  /* Borrowed, and only compared: what this page gave the focus to */
  GtkWidget *focused;

  /* State */
  guint shows_all : 1;
  guint is_shown : 1;
};

enum
{
  PROP_PRACTICE = 1,
  PROP_ITEMS,
  PROP_COUNT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabTodayPage, cab_today_page, ADW_TYPE_NAVIGATION_PAGE)

static gpointer
read_list_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  return cab_today_list_read (practice, data, error);
}

static GtkWidget *
get_focus (CabTodayPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* [W-125] The page that comes after unlocking has the focus in its list, on the
 * first row: what needs attention comes above what was there before it, and takes
 * the focus too unless somebody has moved it. */
static void
take_focus (CabTodayPage *self, GtkWidget *focus_before)
{
  gboolean is_first = self->focused == NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || (!is_first && focus_before != self->focused))
    return;

  if (is_first)
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  else
    gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_FOCUS, NULL);
  cab_list_show_top (self->list_view);
  self->focused = get_focus (self);
}

static void
show_count (CabTodayPage *self, guint n_attention)
{
  g_autofree char *count = n_attention > 0 ? g_strdup_printf ("%u", n_attention) : NULL;

  if (g_set_str (&self->count, count))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

static void
on_list_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabTodayPage) self = user_data;
  g_autoptr (CabTodayList) list = NULL;
  g_autofree char *day = NULL;
  GtkWidget *focus_before;

  if (self->practice == NULL)
    return;

  list = cab_open_practice_run_finish (self->practice, result, NULL);
  if (list == NULL)
    return;

  day = cab_format_weekday (cab_open_practice_get_today (self->practice));
  focus_before = get_focus (self);
  adw_window_title_set_subtitle (self->window_title, day);
  cab_list_put (self->items, 0, list->items, (GEqualFunc)cab_today_item_equals);
  if (list->items->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (!list->is_brief)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  if (!self->is_shown)
    take_focus (self, focus_before);
  if (list->is_brief)
    return;

  show_count (self, list->n_attention);
  self->is_shown = TRUE;
}

static void
load_part (CabTodayPage *self, gboolean is_brief)
{
  CabTodayWish *wish = g_new0 (CabTodayWish, 1);

  wish->is_brief = is_brief;
  wish->is_discreet = cab_open_practice_is_discreet (self->practice);
  wish->shows_all = self->shows_all;
  wish->is_kept_elsewhere = cab_open_practice_is_sample (self->practice)
                            || !cab_open_practice_is_writable (self->practice);
  wish->shows_start = !wish->is_kept_elsewhere;

  cab_open_practice_run_async (self->practice, CAB_JOB_READS, read_list_job, wish, g_free,
                               (GDestroyNotify)cab_today_list_free, self->loading, on_list_read_cb,
                               g_object_ref (self));
}

/* Where work was left is on the screen before the whole practice was looked
 * through for what needs attention. */
static void
load (CabTodayPage *self)
{
  g_cancellable_cancel (self->loading);
  g_object_unref (self->loading);
  self->loading = g_cancellable_new ();
  if (!self->is_shown)
    load_part (self, TRUE);
  load_part (self, FALSE);
}

static void
on_row_activated_cb (CabTodayPage *self, guint position)
{
  g_autoptr (CabTodayItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  const CabTodayTarget *target = cab_today_item_get_target (item);

  if (target->action != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), target->action, NULL);
  else
    cab_open_record (GTK_WIDGET (self), self->practice, target->kind, target->id,
                     target->client_id);
}

static void
show_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabTodayPage *self = CAB_TODAY_PAGE (widget);

  self->shows_all = TRUE;
  load (self);
}

static gpointer
hide_steps_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  if (!cab_practice_set_preference (practice, CAB_TODAY_START_PREFERENCE, "hidden", error))
    return NULL;

  return practice;
}

/* The list is read again when the practice says that it has changed. */
static void
hide_steps (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_open_practice_run_async (CAB_TODAY_PAGE (widget)->practice, CAB_JOB_WRITES, hide_steps_job,
                               NULL, NULL, NULL, NULL, NULL, NULL);
}

static const CabAction actions[] = {
  { "today.show-all", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, show_all },
  { "today.hide-steps", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, hide_steps },
};

CAB_DEFINE_ACTION_TABLE (cab_today_actions, actions);

static char *
get_heading (GObject *object, guint section)
{
  switch ((CabTodaySection)section)
    {
    case CAB_TODAY_START:
      return g_strdup (_ ("Getting Started"));
    case CAB_TODAY_ATTENTION:
      return g_strdup (_ ("Needs Attention"));
    case CAB_TODAY_CONTINUE:
      break;
    }

  return g_strdup (_ ("Continue"));
}

static gboolean
has_text (GObject *object, const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
has_either (GObject *object, const char *one, const char *other)
{
  return has_text (object, one) || has_text (object, other);
}

static gboolean
is_urgency (GObject *object, guint urgency, guint wanted)
{
  return urgency == wanted;
}

static char *
get_word (GObject *object, const char *word, const char *key)
{
  return g_strdup (cab_word (word, key));
}

static int
compare_sections (gconstpointer a, gconstpointer b, gpointer data)
{
  CabTodaySection one = cab_today_item_get_section (CAB_TODAY_ITEM ((gpointer)a));
  CabTodaySection other = cab_today_item_get_section (CAB_TODAY_ITEM ((gpointer)b));

  return (one > other) - (one < other);
}

static void
cab_today_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabTodayPage *self = CAB_TODAY_PAGE (object);

  switch (prop_id)
    {
    case PROP_PRACTICE:
      g_value_set_object (value, self->practice);
      break;
    case PROP_ITEMS:
      g_value_set_object (value, self->items);
      break;
    case PROP_COUNT:
      g_value_set_string (value, self->count);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_today_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CabTodayPage *self = CAB_TODAY_PAGE (object);

  switch (prop_id)
    {
    case PROP_PRACTICE:
      self->practice = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_today_page_constructed (GObject *object)
{
  CabTodayPage *self = CAB_TODAY_PAGE (object);

  G_OBJECT_CLASS (cab_today_page_parent_class)->constructed (object);

  cab_action_table_bind (&cab_today_actions, GTK_WIDGET (self), G_OBJECT (self->practice));
  self->changed_id = g_signal_connect_swapped (self->practice, "changed", G_CALLBACK (load), self);
  load (self);
}

static void
cab_today_page_dispose (GObject *object)
{
  CabTodayPage *self = CAB_TODAY_PAGE (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->practice != NULL)
    g_clear_signal_handler (&self->changed_id, self->practice);
  g_clear_object (&self->items);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_today_page_parent_class)->dispose (object);
}

static void
cab_today_page_finalize (GObject *object)
{
  g_free (CAB_TODAY_PAGE (object)->count);

  G_OBJECT_CLASS (cab_today_page_parent_class)->finalize (object);
}

static void
cab_today_page_class_init (CabTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_today_page_get_property;
  object_class->set_property = cab_today_page_set_property;
  object_class->constructed = cab_today_page_constructed;
  object_class->dispose = cab_today_page_dispose;
  object_class->finalize = cab_today_page_finalize;

  properties[PROP_PRACTICE]
      = g_param_spec_object ("practice", NULL, NULL, CAB_TYPE_OPEN_PRACTICE,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ITEMS] = g_param_spec_object ("items", NULL, NULL, G_TYPE_LIST_MODEL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COUNT]
      = g_param_spec_string ("count", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CAB_TYPE_LIST_CELL);
  g_type_ensure (CAB_TYPE_TODAY_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/today/cab-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabTodayPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, CabTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CabTodayPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, CabTodayPage, selection);
  gtk_widget_class_bind_template_child (widget_class, CabTodayPage, section_sorter);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, get_heading);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, has_either);
  gtk_widget_class_bind_template_callback (widget_class, is_urgency);
  gtk_widget_class_bind_template_callback_full (widget_class, "word", G_CALLBACK (get_word));
  cab_action_table_install (&cab_today_actions, widget_class);
}

static void
cab_today_page_init (CabTodayPage *self)
{
  self->loading = g_cancellable_new ();
  self->items = g_list_store_new (CAB_TYPE_TODAY_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_sorter_set_sort_func (self->section_sorter, compare_sections, NULL, NULL);
}
