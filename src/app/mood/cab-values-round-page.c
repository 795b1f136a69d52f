/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-values-round-page.h"

#include <glib/gi18n.h>

#include "cab-announce.h"
#include "cab-field-editor.h"
#include "cab-kept-form.h"
#include "cab-value-domain.h"
#include "cab-value-row.h"
#include "cab-values-sheet.h"
#include "cab-window.h"

struct _CabValuesRoundPage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  char *client_id;
  char *day;
  GCancellable *loading;
  CabValuesSheet *sheet; /* NULL until it is read */
  CabFieldEditor *day_editor;
  char *shown; /* what was answered when it came, as a draft says it */
  gulong closing_id;

  /* State */
  gboolean has_draft;

  /* Template */
  AdwPreferencesGroup *day_group;
  GtkListBox *value_list;
  GtkLabel *refusal_label;
  GtkButton *keep_button;
};

enum
{
  PROP_PRACTICE = 1,
  PROP_CLIENT_ID,
  PROP_DAY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabValuesRoundPage, cab_values_round_page, ADW_TYPE_NAVIGATION_PAGE)

/* Whose round, and of which day. */
typedef struct
{
  char *client_id;
  char *day;
} Asked;

static void
asked_free (Asked *self)
{
  g_free (self->client_id);
  g_free (self->day);
  g_free (self);
}

/* The round, and what a lock kept of it. */
typedef struct
{
  CabValuesSheet *sheet;
  char *draft;
} Read;

static void
read_free (Read *self)
{
  g_clear_pointer (&self->sheet, cab_values_sheet_free);
  g_free (self->draft);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Read, read_free)

/* Another field than that of what the client is handed: both may wait. */
static CabDraftTarget
get_target (const char *client_id)
{
  return (CabDraftTarget){ .kind = &cab_value_rating_kind,
                           .client_id = client_id,
                           .field = "rated_on" };
}

static gpointer
read_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;
  const CabDraftTarget target = get_target (asked->client_id);
  g_autoptr (Read) found = g_new0 (Read, 1);

  found->sheet = cab_values_sheet_read (practice, asked->client_id, asked->day, error);
  if (found->sheet == NULL)
    return NULL;

  found->draft = cab_kept_form_find (practice, &target);

  return g_steal_pointer (&found);
}

#define ROUND "round"
#define VALUE "value "
#define DAY "day"

static CabValueRow *
get_row (CabValuesRoundPage *self, guint i)
{
  return CAB_VALUE_ROW (gtk_list_box_get_row_at_index (self->value_list, (int)i));
}

static char *
dup_answers (CabValuesRoundPage *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *day = cab_field_editor_dup_text (self->day_editor);

  g_key_file_set_string (file, ROUND, DAY, day != NULL ? day : "");
  for (guint i = 0; i < self->sheet->domains->len; i++)
    {
      g_autofree char *group = g_strdup_printf (VALUE "%u", i + 1);

      cab_value_row_keep (get_row (self, i), file, group);
    }

  return g_key_file_to_data (file, NULL, NULL);
}

static void
restore_value (CabValuesRoundPage *self, GKeyFile *file, const char *group)
{
  for (guint i = 0; i < self->sheet->domains->len; i++)
    if (cab_value_row_restore (get_row (self, i), file, group))
      return;
}

/* A draft is of one day: the round of another is shown as it is stored. */
static void
restore_answers (CabValuesRoundPage *self, const char *draft)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *day = NULL;
  g_auto (GStrv) groups = NULL;

  if (draft == NULL || !g_key_file_load_from_data (file, draft, (gsize)-1, G_KEY_FILE_NONE, NULL))
    return;

  day = g_key_file_get_string (file, ROUND, DAY, NULL);
  if (self->day != NULL && g_strcmp0 (day, self->day) != 0)
    return;

  self->has_draft = TRUE;
  cab_field_editor_set_text (self->day_editor, day);
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], VALUE))
      restore_value (self, file, groups[i]);
}

static void
keep_draft (CabValuesRoundPage *self, const char *body)
{
  const CabDraftTarget target = get_target (self->client_id);

  cab_kept_form_keep (self->practice, &target, body);
}

/* [W-43] The practice locks. */
static void
on_closing_cb (CabValuesRoundPage *self)
{
  g_autofree char *answers = self->sheet != NULL ? dup_answers (self) : NULL;

  if (answers != NULL && g_strcmp0 (answers, self->shown) != 0)
    keep_draft (self, answers);
}

/* It was stored, or whoever answered went away from it. */
static void
end_draft (CabValuesRoundPage *self)
{
  if (self->has_draft)
    keep_draft (self, NULL);
  self->has_draft = FALSE;
}

static void
show_refusal (CabValuesRoundPage *self, const char *sentence)
{
  gtk_label_set_label (self->refusal_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), sentence != NULL);
  if (sentence != NULL)
    cab_announce (GTK_WIDGET (self), sentence);
}

static const char *
get_label (CabValuesRoundPage *self, guint i)
{
  return cab_record_get_text (self->sheet->domains->pdata[i],
                              CAB_OWN (CAB_VALUE_DOMAIN_FIELD_LABEL));
}

static void
show_sheet (CabValuesRoundPage *self)
{
  gtk_list_box_remove_all (self->value_list);
  for (guint i = 0; i < self->sheet->domains->len; i++)
    gtk_list_box_append (self->value_list,
                         cab_value_row_new (get_label (self, i), self->sheet->ratings->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->value_list), self->sheet->domains->len > 0);
  cab_field_editor_set_text (self->day_editor, self->sheet->day);
  if (self->sheet->domains->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->value_list, 0)));
}

static void
on_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabValuesRoundPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Read) found = NULL;

  if (self->practice == NULL)
    return;

  found = cab_open_practice_run_finish (self->practice, result, &error);
  if (found != NULL)
    {
      self->sheet = g_steal_pointer (&found->sheet);
      show_sheet (self);
      self->shown = dup_answers (self);
      restore_answers (self, found->draft);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_refusal (self, error->message);
}

static gboolean
refuse_half (CabValuesRoundPage *self, guint i)
{
  /* Translators: %s is a value, such as “Friends” */
  g_autofree char *sentence
      = g_strdup_printf (_ ("“%s” needs both numbers, or none"), get_label (self, i));

  show_refusal (self, sentence);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->value_list, (int)i)));

  return FALSE;
}

static gboolean
take_row (CabValuesRoundPage *self, guint i, const char *day, CabValuesGiven *given)
{
  g_autoptr (CabRecord) rating = cab_record_dup (self->sheet->ratings->pdata[i]);
  g_autoptr (GError) error = NULL;

  switch (cab_value_row_take (get_row (self, i), rating))
    {
    case CAB_VALUE_HALF:
      return refuse_half (self, i);
    case CAB_VALUE_SKIPPED:
      if (cab_record_is_stored (rating))
        g_ptr_array_add (given->skipped, g_steal_pointer (&rating));
      return TRUE;
    case CAB_VALUE_ANSWERED:
      break;
    }

  if (!cab_record_parse (rating, CAB_OWN (CAB_VALUE_RATING_FIELD_RATED_ON), day, &error))
    {
      const char *sentence = NULL;

      cab_record_find_refused (rating, error, &sentence);
      cab_field_editor_set_refusal (self->day_editor, sentence);
      gtk_widget_grab_focus (cab_field_editor_get_row (self->day_editor));
      return FALSE;
    }
  g_ptr_array_add (given->ratings, g_steal_pointer (&rating));

  return TRUE;
}

/* (transfer full) (nullable): the answers; %NULL when one is refused. */
static CabValuesGiven *
read_given (CabValuesRoundPage *self)
{
  g_autoptr (CabValuesGiven) given = cab_values_given_new ();
  g_autofree char *day = cab_field_editor_dup_text (self->day_editor);

  show_refusal (self, NULL);
  cab_field_editor_set_refusal (self->day_editor, NULL);
  for (guint i = 0; i < self->sheet->domains->len; i++)
    if (!take_row (self, i, day, given))
      return NULL;
  if (given->ratings->len + given->skipped->len == 0)
    {
      show_refusal (self, _ ("No value is rated yet"));
      return NULL;
    }

  return g_steal_pointer (&given);
}

static void
on_kept_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabValuesRoundPage) self = user_data;
  g_autoptr (GError) error = NULL;
  GtkWidget *window;

  if (self->practice == NULL)
    return;

  cab_open_practice_run_finish (self->practice, result, &error);
  gtk_widget_set_sensitive (GTK_WIDGET (self->keep_button), TRUE);
  if (error != NULL)
    {
      show_refusal (self, error->message);
      return;
    }

  end_draft (self);
  window = gtk_widget_get_ancestor (GTK_WIDGET (self), CAB_TYPE_WINDOW);
  if (window != NULL)
    cab_window_toast (CAB_WINDOW (window), adw_toast_new (_ ("Values rated")));
  gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

static void
keep (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabValuesRoundPage *self = CAB_VALUES_ROUND_PAGE (widget);
  CabValuesGiven *given;

  if (self->sheet == NULL || !gtk_widget_get_sensitive (GTK_WIDGET (self->keep_button)))
    return;

  given = read_given (self);
  if (given == NULL)
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->keep_button), FALSE);
  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES, cab_values_given_save_job, given,
                               (GDestroyNotify)cab_values_given_free, NULL, NULL, on_kept_cb,
                               g_object_ref (self));
}

#define MOOD N_ ("Mood and values")

/* The digits are the slider's own. */
static const CabAction actions[] = {
  { NULL, NULL, "0 1 9", N_ ("Set a slider; a 1 and a 0 make 10"), MOOD, CAB_ACTION_ALWAYS, NULL },
  { "values.keep", NULL, "<Control>Return", N_ ("Keep the round of values"), MOOD,
    CAB_ACTION_MUTATES, keep },
};

CAB_DEFINE_ACTION_TABLE (cab_values_actions, actions);

static void
cab_values_round_page_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  CabValuesRoundPage *self = CAB_VALUES_ROUND_PAGE (object);

  switch (prop_id)
    {
    case PROP_PRACTICE:
      g_value_set_object (value, self->practice);
      break;
    case PROP_CLIENT_ID:
      g_value_set_string (value, self->client_id);
      break;
    case PROP_DAY:
      g_value_set_string (value, self->day);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_values_round_page_set_property (GObject *object,
                                    guint prop_id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  CabValuesRoundPage *self = CAB_VALUES_ROUND_PAGE (object);

  switch (prop_id)
    {
    case PROP_PRACTICE:
      self->practice = g_value_dup_object (value);
      break;
    case PROP_CLIENT_ID:
      self->client_id = g_value_dup_string (value);
      break;
    case PROP_DAY:
      self->day = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_values_round_page_constructed (GObject *object)
{
  CabValuesRoundPage *self = CAB_VALUES_ROUND_PAGE (object);
  gboolean is_writable = cab_open_practice_is_writable (self->practice);
  Asked *asked = g_new (Asked, 1);

  G_OBJECT_CLASS (cab_values_round_page_parent_class)->constructed (object);

  self->day_editor = cab_field_editor_new (
      cab_kind_get_field (&cab_value_rating_kind, CAB_OWN (CAB_VALUE_RATING_FIELD_RATED_ON)));
  cab_field_editor_add_to (self->day_editor, self->day_group);
  cab_field_editor_set_editable (self->day_editor, is_writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->value_list), is_writable);
  cab_action_table_bind (&cab_values_actions, GTK_WIDGET (self), G_OBJECT (self->practice));

  /* The first round of a client writes the ten headings. */
  *asked = (Asked){ g_strdup (self->client_id), g_strdup (self->day) };
  cab_open_practice_run_async (self->practice, is_writable ? CAB_JOB_WRITES : CAB_JOB_READS,
                               read_job, asked, (GDestroyNotify)asked_free,
                               (GDestroyNotify)read_free, self->loading, on_read_cb,
                               g_object_ref (self));
  self->closing_id
      = g_signal_connect_swapped (self->practice, "closing", G_CALLBACK (on_closing_cb), self);
}

static void
cab_values_round_page_dispose (GObject *object)
{
  CabValuesRoundPage *self = CAB_VALUES_ROUND_PAGE (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->practice != NULL)
    {
      g_clear_signal_handler (&self->closing_id, self->practice);
      end_draft (self);
    }
  g_clear_object (&self->day_editor);
  g_clear_pointer (&self->sheet, cab_values_sheet_free);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_values_round_page_parent_class)->dispose (object);
}

static void
cab_values_round_page_finalize (GObject *object)
{
  CabValuesRoundPage *self = CAB_VALUES_ROUND_PAGE (object);

  g_free (self->client_id);
  g_free (self->day);
  g_free (self->shown);

  G_OBJECT_CLASS (cab_values_round_page_parent_class)->finalize (object);
}

static void
cab_values_round_page_class_init (CabValuesRoundPageClass *klass)
{
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_values_round_page_get_property;
  object_class->set_property = cab_values_round_page_set_property;
  object_class->constructed = cab_values_round_page_constructed;
  object_class->dispose = cab_values_round_page_dispose;
  object_class->finalize = cab_values_round_page_finalize;

  properties[PROP_PRACTICE]
      = g_param_spec_object ("practice", NULL, NULL, CAB_TYPE_OPEN_PRACTICE, once);
  properties[PROP_CLIENT_ID] = g_param_spec_string ("client-id", NULL, NULL, NULL, once);
  properties[PROP_DAY] = g_param_spec_string ("day", NULL, NULL, NULL, once);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/mood/cab-values-round-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabValuesRoundPage, day_group);
  gtk_widget_class_bind_template_child (widget_class, CabValuesRoundPage, value_list);
  gtk_widget_class_bind_template_child (widget_class, CabValuesRoundPage, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabValuesRoundPage, keep_button);
  cab_action_table_install (&cab_values_actions, widget_class);
}

static void
cab_values_round_page_init (CabValuesRoundPage *self)
{
  self->loading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  cab_action_table_listen (&cab_values_actions, GTK_WIDGET (self));
}
