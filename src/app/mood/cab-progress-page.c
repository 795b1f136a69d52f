/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-progress-page.h"

#include <glib/gi18n.h>

#include "cab-chart-card.h"
#include "cab-chart-export.h"
#include "cab-client-charts.h"
#include "cab-client.h"
#include "cab-consent-gate.h"
#include "cab-format.h"
#include "cab-hand-waiting.h"
#include "cab-mood-entry-page.h"
#include "cab-mood-entry.h"
#include "cab-open-row.h"
#include "cab-plain-row.h"
#include "cab-practice-view.h"
#include "cab-value-domain.h"
#include "cab-values-round-page.h"
#include "cab-window.h"
#include "cab-word.h"

struct _CabProgressPage
{
  GtkBox parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  char *client_id;
  GCancellable *loading;
  gulong changed_id;

  /* Template */
  GtkStack *stack;
  AdwToggleGroup *range_group;
  CabChartCard *cards[CAB_N_CLIENT_CHARTS];
  GtkListBox *round_list;
  AdwStatusPage *closed_page;
};

enum
{
  PROP_PRACTICE = 1,
  PROP_CLIENT_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabProgressPage, cab_progress_page, GTK_TYPE_BOX)

typedef struct
{
  char *client_id;
  int n_months; /* 0: all */
} Asked;

static void
asked_free (Asked *self)
{
  g_free (self->client_id);
  g_free (self);
}

/* A day on which values were rated. */
typedef struct
{
  char *day;
  guint n_values;
  int widest; /* gap */
} Round;

static void
round_free (Round *self)
{
  g_free (self->day);
  g_free (self);
}

/* What the page shows, made whole on the file's thread. */
typedef struct
{
  CabChartModel *charts[CAB_N_CLIENT_CHARTS];
  GPtrArray *rounds; /* of Round, the newest first; NULL when nothing is shown */
  char *closed;      /* how much there is where it is not shown, or NULL */
  gint64 n_entries;
} Shown;

static void
shown_free (Shown *self)
{
  for (guint i = 0; i < CAB_N_CLIENT_CHARTS; i++)
    g_clear_pointer (&self->charts[i], cab_chart_model_unref);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_free (self->closed);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shown, shown_free)

static char *
dup_from (CabPractice *practice, int n_months)
{
  g_autofree char *today = cab_practice_dup_today (practice);
  GDate day;

  if (n_months == 0)
    return NULL;

  g_date_clear (&day, 1);
  g_date_set_parse (&day, today);
  if (!g_date_valid (&day))
    return NULL;
  g_date_subtract_months (&day, (guint)n_months);

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&day), g_date_get_month (&day),
                          g_date_get_day (&day));
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(const Round *const *)b)->day, (*(const Round *const *)a)->day);
}

static Round *
take_round (GPtrArray *rounds, const char *day)
{
  Round *round;

  for (guint i = 0; i < rounds->len; i++)
    if (g_strcmp0 (((Round *)rounds->pdata[i])->day, day) == 0)
      return rounds->pdata[i];

  round = g_new0 (Round, 1);
  round->day = g_strdup (day);
  round->widest = G_MININT;
  g_ptr_array_add (rounds, round);

  return round;
}

static GPtrArray *
list_rounds (GPtrArray *ratings)
{
  GPtrArray *rounds = g_ptr_array_new_with_free_func ((GDestroyNotify)round_free);

  for (guint i = 0; i < ratings->len; i++)
    {
      Round *round
          = take_round (rounds, cab_record_get_text (ratings->pdata[i],
                                                     CAB_OWN (CAB_VALUE_RATING_FIELD_RATED_ON)));

      round->n_values++;
      round->widest = MAX (round->widest, cab_value_rating_get_gap (ratings->pdata[i]));
    }
  g_ptr_array_sort (rounds, compare_days);

  return rounds;
}

static gboolean
make_charts (Shown *shown, CabPractice *practice, const Asked *asked, GError **error)
{
  g_autofree char *from = dup_from (practice, asked->n_months);
  const CabChartRange range = { .from = from };
  g_autoptr (CabClientCharts) charts
      = cab_client_charts_new (practice, asked->client_id, &range, error);

  if (charts == NULL)
    return FALSE;

  shown->n_entries = charts->n_entries;
  shown->rounds = list_rounds (charts->ratings);
  for (guint i = 0; i < CAB_N_CLIENT_CHARTS; i++)
    shown->charts[i] = cab_chart_model_ref (charts->charts[i]);

  return TRUE;
}

/* -1 with @error set when they cannot be read. */
static int
count_rounds (CabPractice *practice, const CabFilter *of_client, GError **error)
{
  g_autoptr (GPtrArray) ratings
      = cab_practice_list (practice, &cab_value_rating_kind, of_client, error);
  g_autoptr (GPtrArray) rounds = ratings != NULL ? list_rounds (ratings) : NULL;

  return rounds != NULL ? (int)rounds->len : -1;
}

/* [W-88] What the client did not share is counted. */
static char *
dup_counts (int n_entries, int n_rounds)
{
  g_autofree char *entries = g_strdup_printf (
      ngettext ("There is %d mood entry", "There are %d mood entries", (gulong)n_entries),
      n_entries);
  g_autofree char *rounds = g_strdup_printf (
      ngettext ("There is %d round of values", "There are %d rounds of values", (gulong)n_rounds),
      n_rounds);

  return g_strjoin ("\n", entries, rounds, NULL);
}

/* [F-82], [W-16] */
static gpointer
read_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;
  g_autofree char *today = cab_practice_dup_today (practice);
  g_autoptr (CabRecord) client
      = cab_practice_load (practice, &cab_client_kind, asked->client_id, error);
  g_autoptr (Shown) shown = NULL;
  CabGateAnswer answer = CAB_GATE_NEVER_ASKED;

  if (client == NULL
      || !cab_gate_look (practice, client, CAB_GATE_MOOD_SHARE, today, &answer, error))
    return NULL;

  shown = g_new0 (Shown, 1);
  if (answer == CAB_GATE_OPEN)
    {
      if (!make_charts (shown, practice, asked, error))
        return NULL;
    }
  else
    {
      const CabFilter of_client = { .client_id = asked->client_id, .trashed = 0 };

      int n_rounds = count_rounds (practice, &of_client, error);

      shown->n_entries = cab_practice_count (practice, &cab_mood_entry_kind, &of_client, error);
      if (n_rounds < 0 || shown->n_entries < 0)
        return NULL;
      shown->closed = dup_counts ((int)shown->n_entries, n_rounds);
    }

  return g_steal_pointer (&shown);
}

static char *
dup_round_words (const Round *round)
{
  g_autofree char *values = g_strdup_printf (
      ngettext ("%u value", "%u values", (gulong)round->n_values), round->n_values);

  /* Translators: “10 values”, and by how much the one that is lived least falls short */
  return g_strdup_printf (_ ("%1$s, widest gap %2$s%3$d"), values, round->widest < 0 ? "−" : "",
                          ABS (round->widest));
}

static void
open_round (CabProgressPage *self, CabOpenRow *row)
{
  cab_push_page (GTK_WIDGET (self),
                 g_object_new (CAB_TYPE_VALUES_ROUND_PAGE, "practice", self->practice, "client-id",
                               self->client_id, "day", cab_open_row_get_id (row), NULL));
}

static void
show_rounds (CabProgressPage *self, GPtrArray *rounds)
{
  gtk_list_box_remove_all (self->round_list);
  for (guint i = 0; rounds != NULL && i < rounds->len; i++)
    {
      const Round *round = rounds->pdata[i];
      g_autofree char *day = cab_format_date (round->day);
      g_autofree char *words = dup_round_words (round);
      GtkWidget *row = cab_open_row_new (day, words, round->day);

      g_signal_connect_object (row, "activated", G_CALLBACK (open_round), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->round_list, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->round_list), rounds != NULL && rounds->len > 0);
}

/* [W-88] What is not shared is taken in by handing over alone: on the pages of the
 * clinician it would be read by the clinician. */
static void
allow_own_entries (CabProgressPage *self, gboolean is_shared)
{
  gboolean is_allowed = is_shared && cab_open_practice_is_writable (self->practice);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "progress.new-entry", is_allowed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "progress.rate-values", is_allowed);
}

static void
on_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabProgressPage) self = user_data;
  g_autoptr (Shown) shown = NULL;

  if (self->practice == NULL)
    return;

  shown = cab_open_practice_run_finish (self->practice, result, NULL);
  if (shown == NULL)
    return;

  for (guint i = 0; i < CAB_N_CLIENT_CHARTS; i++)
    cab_chart_card_set_model (self->cards[i], shown->charts[i]);
  show_rounds (self, shown->rounds);
  if (shown->closed != NULL)
    cab_plain_page_describe (self->closed_page, shown->closed);
  allow_own_entries (self, shown->closed == NULL);
  gtk_stack_set_visible_child_name (self->stack, shown->closed != NULL   ? "closed"
                                                 : shown->n_entries == 0 ? "empty"
                                                                         : "charts");
}

static int
get_months (CabProgressPage *self)
{
  static const struct
  {
    const char *name;
    int n_months;
  } ranges[] = { { "3-months", 3 }, { "6-months", 6 }, { "year", 12 } };
  const char *name = adw_toggle_group_get_active_name (self->range_group);

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (g_strcmp0 (ranges[i].name, name) == 0)
      return ranges[i].n_months;

  return 0;
}

static void
load (CabProgressPage *self)
{
  Asked *asked;

  if (self->practice == NULL || self->client_id == NULL)
    return;

  asked = g_new (Asked, 1);
  *asked = (Asked){ g_strdup (self->client_id), get_months (self) };
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, read_job, asked,
                               (GDestroyNotify)asked_free, (GDestroyNotify)shown_free,
                               self->loading, on_read_cb, g_object_ref (self));
}

static void
new_entry (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabProgressPage *self = CAB_PROGRESS_PAGE (widget);

  cab_push_page (widget, g_object_new (CAB_TYPE_MOOD_ENTRY_PAGE, "practice", self->practice,
                                       "client-id", self->client_id, NULL));
}

static void
rate_values (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabProgressPage *self = CAB_PROGRESS_PAGE (widget);

  cab_push_page (widget, g_object_new (CAB_TYPE_VALUES_ROUND_PAGE, "practice", self->practice,
                                       "client-id", self->client_id, NULL));
}

static void
hand_over (GtkWidget *widget, const CabHandForm *form)
{
  CabProgressPage *self = CAB_PROGRESS_PAGE (widget);
  GtkWidget *window = gtk_widget_get_ancestor (widget, CAB_TYPE_WINDOW);

  if (window != NULL)
    cab_window_hand_over (CAB_WINDOW (window), form, self->client_id);
}

static void
hand_mood (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hand_over (widget, &cab_hand_mood_form);
}

static void
hand_values (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hand_over (widget, &cab_hand_values_form);
}

static void
on_open_cb (CabProgressPage *self, const char *id)
{
  cab_push_page (GTK_WIDGET (self),
                 g_object_new (CAB_TYPE_MOOD_ENTRY_PAGE, "practice", self->practice, "client-id",
                               self->client_id, "entry-id", id, NULL));
}

static void
on_export_cb (CabProgressPage *self, const char *format, CabChartCard *card)
{
  cab_chart_export_ask (GTK_WIDGET (self), self->practice, self->client_id,
                        cab_chart_card_get_model (card), format);
}

#define MOOD N_ ("Mood and values")

static const CabAction actions[] = {
  { "progress.new-entry", NULL, "<Control><Shift>e", N_ ("New mood entry"), MOOD,
    CAB_ACTION_MUTATES, new_entry },
  { "progress.rate-values", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, rate_values },
  { "progress.hand-mood", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, hand_mood },
  { "progress.hand-values", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, hand_values },
};

CAB_DEFINE_ACTION_TABLE (cab_progress_actions, actions);

static void
start (CabProgressPage *self)
{
  if (self->practice == NULL || self->client_id == NULL || self->changed_id != 0)
    return;

  adw_status_page_set_title (self->closed_page,
                             cab_word (cab_open_practice_get_word (self->practice), "not-shared"));
  cab_action_table_bind (&cab_progress_actions, GTK_WIDGET (self), G_OBJECT (self->practice));
  self->changed_id = g_signal_connect_swapped (self->practice, "changed", G_CALLBACK (load), self);
  load (self);
}

static char *
get_word (GObject *object, const char *word, const char *key)
{
  return g_strdup (cab_word (word, key));
}

static void
cab_progress_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabProgressPage *self = CAB_PROGRESS_PAGE (object);

  if (prop_id == PROP_PRACTICE)
    g_value_set_object (value, self->practice);
  else
    g_value_set_string (value, self->client_id);
}

static void
cab_progress_page_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  CabProgressPage *self = CAB_PROGRESS_PAGE (object);

  if (prop_id == PROP_PRACTICE && self->practice == NULL)
    self->practice = g_value_dup_object (value);
  else if (prop_id == PROP_CLIENT_ID && self->client_id == NULL)
    self->client_id = g_value_dup_string (value);
  start (self);
}

static void
cab_progress_page_dispose (GObject *object)
{
  CabProgressPage *self = CAB_PROGRESS_PAGE (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->practice != NULL)
    g_clear_signal_handler (&self->changed_id, self->practice);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_progress_page_parent_class)->dispose (object);
}

static void
cab_progress_page_finalize (GObject *object)
{
  g_free (CAB_PROGRESS_PAGE (object)->client_id);

  G_OBJECT_CLASS (cab_progress_page_parent_class)->finalize (object);
}

static void
cab_progress_page_class_init (CabProgressPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_progress_page_get_property;
  object_class->set_property = cab_progress_page_set_property;
  object_class->dispose = cab_progress_page_dispose;
  object_class->finalize = cab_progress_page_finalize;

  properties[PROP_PRACTICE] = g_param_spec_object ("practice", NULL, NULL, CAB_TYPE_OPEN_PRACTICE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CLIENT_ID] = g_param_spec_string ("client-id", NULL, NULL, NULL,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CAB_TYPE_CHART_CARD);
  g_type_ensure (CAB_TYPE_HAND_WAITING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/mood/cab-progress-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabProgressPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CabProgressPage, range_group);
  gtk_widget_class_bind_template_child (widget_class, CabProgressPage, closed_page);
  gtk_widget_class_bind_template_child (widget_class, CabProgressPage, round_list);
  gtk_widget_class_bind_template_child_full (widget_class, "mood_card", FALSE,
                                             G_STRUCT_OFFSET (CabProgressPage, cards[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "emotions_card", FALSE,
                                             G_STRUCT_OFFSET (CabProgressPage, cards[1]));
  gtk_widget_class_bind_template_child_full (widget_class, "values_card", FALSE,
                                             G_STRUCT_OFFSET (CabProgressPage, cards[2]));
  gtk_widget_class_bind_template_callback_full (widget_class, "word", G_CALLBACK (get_word));
  gtk_widget_class_bind_template_callback (widget_class, load);
  gtk_widget_class_bind_template_callback (widget_class, on_open_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_export_cb);
  cab_action_table_install (&cab_progress_actions, widget_class);
}

static void
cab_progress_page_init (CabProgressPage *self)
{
  self->loading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  cab_action_table_listen (&cab_progress_actions, GTK_WIDGET (self));
}
