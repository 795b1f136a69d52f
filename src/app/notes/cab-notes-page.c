/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-notes-page.h"

#include <glib/gi18n.h>

#include "cab-client-name.h"
#include "cab-list-cell.h"
#include "cab-list-pace.h"
#include "cab-note-editor.h"
#include "cab-note-row.h"

struct _CabNotesPage
{
  AdwBin parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  char *client_id;
  GCancellable *loading;
  GListStore *notes;
  gulong changed_id;

  /* Template */
  AdwToggleGroup *family_toggle;
  GtkStack *stack;
  GtkListView *list_view;
  GtkNoSelection *selection;
  GtkCustomSorter *month_sorter;
};

enum
{
  PROP_PRACTICE = 1,
  PROP_CLIENT_ID,
  PROP_NOTES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabNotesPage, cab_notes_page, ADW_TYPE_BIN)

static const CabKind *
get_kind (CabNotesPage *self)
{
  const char *name = adw_toggle_group_get_active_name (self->family_toggle);

  return g_strcmp0 (name, cab_process_note_kind.name) == 0 ? &cab_process_note_kind
                                                           : &cab_note_kind;
}

typedef struct
{
  const CabKind *kind;
  char *client_id;
} Listing;

static void
listing_free (Listing *self)
{
  g_free (self->client_id);
  g_free (self);
}

static gpointer
list_notes_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Listing *listing = data;

  return cab_note_row_list (practice, listing->kind, listing->client_id, FALSE, 0, G_MAXINT, NULL,
                            error);
}

static void
on_notes_listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabNotesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (self->practice == NULL)
    return;

  rows = cab_open_practice_run_finish (self->practice, result, &error);
  if (rows == NULL)
    return;

  cab_client_name_put (rows, cab_open_practice_is_discreet (self->practice));
  cab_list_put (self->notes, 0, rows, (GEqualFunc)cab_row_equals);
  gtk_stack_set_visible_child_name (self->stack, rows->len > 0 ? "list" : "empty");
}

/* A list that was asked for before is not waited for: it may be the other one. */
static void
load (CabNotesPage *self)
{
  Listing *listing;

  if (self->practice == NULL)
    return;

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();

  listing = g_new0 (Listing, 1);
  listing->kind = get_kind (self);
  listing->client_id = g_strdup (self->client_id);
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, list_notes_job, listing,
                               (GDestroyNotify)listing_free, (GDestroyNotify)g_ptr_array_unref,
                               self->loading, on_notes_listed_cb, g_object_ref (self));
}

static char *
get_empty_title (GObject *object, const char *family)
{
  return g_strdup (g_strcmp0 (family, cab_process_note_kind.name) == 0 ? _ ("No Process Notes Yet")
                                                                       : _ ("No Notes Yet"));
}

static char *
get_heading (GObject *object, const char *kind, const char *day)
{
  /* Translators: %1$s is a kind of note, “Session”, %2$s a day, “2 March” */
  return g_strdup_printf (_ ("%1$s, %2$s"), kind != NULL ? kind : "", day != NULL ? day : "");
}

/* What a screen reader says of a row, which reads as one sentence [W-128]. */
static char *
get_sentence (GObject *object,
              const char *kind,
              const char *day,
              const char *state,
              const char *line)
{
  g_autofree char *heading = get_heading (object, kind, day);

  return g_strjoin (". ", heading, state != NULL ? state : "", line, NULL);
}

static gboolean
has_text (GObject *object, const char *text)
{
  return text != NULL && *text != '\0';
}

/* The rows come newest first, and so do their months. */
static int
compare_months (gconstpointer a, gconstpointer b, gpointer data)
{
  CabRow *one = (CabRow *)a;
  CabRow *other = (CabRow *)b;

  return g_strcmp0 (cab_row_get_text (other, CAB_NOTE_ROW_MONTH),
                    cab_row_get_text (one, CAB_NOTE_ROW_MONTH));
}

static void
on_family_changed_cb (CabNotesPage *self)
{
  if (self->practice == NULL || self->notes == NULL)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_dgettext (GETTEXT_PACKAGE, get_kind (self)->label_plural), -1);
  load (self);
}

static void
on_row_activated_cb (CabNotesPage *self, guint position)
{
  g_autoptr (CabRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  cab_note_editor_open (GTK_WIDGET (self), self->practice, get_kind (self), self->client_id,
                        cab_row_get_text (row, CAB_NOTE_ROW_ID));
}

static void
write_note (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabNotesPage *self = CAB_NOTES_PAGE (widget);

  cab_note_editor_open (widget, self->practice, get_kind (self), self->client_id, NULL);
}

static const CabAction actions[] = {
  { "notes.write", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, write_note },
};

CAB_DEFINE_ACTION_TABLE (cab_notes_actions, actions);

static void
cab_notes_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabNotesPage *self = CAB_NOTES_PAGE (object);

  switch (prop_id)
    {
    case PROP_PRACTICE:
      g_value_set_object (value, self->practice);
      break;
    case PROP_CLIENT_ID:
      g_value_set_string (value, self->client_id);
      break;
    case PROP_NOTES:
      g_value_set_object (value, self->notes);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* The page of the client binds both, in either order. */
static void
begin (CabNotesPage *self)
{
  if (self->practice == NULL || self->client_id == NULL || self->changed_id != 0)
    return;

  self->changed_id = g_signal_connect_swapped (self->practice, "changed", G_CALLBACK (load), self);
  cab_action_table_bind (&cab_notes_actions, GTK_WIDGET (self), G_OBJECT (self->practice));
  load (self);
}

static void
cab_notes_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CabNotesPage *self = CAB_NOTES_PAGE (object);

  switch (prop_id)
    {
    case PROP_PRACTICE:
      g_set_object (&self->practice, g_value_get_object (value));
      break;
    case PROP_CLIENT_ID:
      g_set_str (&self->client_id, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
  begin (self);
}

static void
cab_notes_page_dispose (GObject *object)
{
  CabNotesPage *self = CAB_NOTES_PAGE (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->practice != NULL)
    g_clear_signal_handler (&self->changed_id, self->practice);
  g_clear_object (&self->notes);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_notes_page_parent_class)->dispose (object);
}

static void
cab_notes_page_finalize (GObject *object)
{
  g_free (CAB_NOTES_PAGE (object)->client_id);

  G_OBJECT_CLASS (cab_notes_page_parent_class)->finalize (object);
}

static void
cab_notes_page_class_init (CabNotesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_notes_page_get_property;
  object_class->set_property = cab_notes_page_set_property;
  object_class->dispose = cab_notes_page_dispose;
  object_class->finalize = cab_notes_page_finalize;

  properties[PROP_PRACTICE] = g_param_spec_object ("practice", NULL, NULL, CAB_TYPE_OPEN_PRACTICE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CLIENT_ID] = g_param_spec_string ("client-id", NULL, NULL, NULL,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NOTES] = g_param_spec_object ("notes", NULL, NULL, G_TYPE_LIST_MODEL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CAB_TYPE_LIST_CELL);
  g_type_ensure (CAB_TYPE_LIST_PACE);
  g_type_ensure (CAB_TYPE_NOTE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/notes/cab-notes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabNotesPage, family_toggle);
  gtk_widget_class_bind_template_child (widget_class, CabNotesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CabNotesPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, CabNotesPage, selection);
  gtk_widget_class_bind_template_child (widget_class, CabNotesPage, month_sorter);
  gtk_widget_class_bind_template_callback (widget_class, on_family_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, get_empty_title);
  gtk_widget_class_bind_template_callback (widget_class, get_heading);
  gtk_widget_class_bind_template_callback (widget_class, get_sentence);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  cab_action_table_install (&cab_notes_actions, widget_class);
}

static void
cab_notes_page_init (CabNotesPage *self)
{
  self->notes = g_list_store_new (CAB_TYPE_NOTE_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_sorter_set_sort_func (self->month_sorter, compare_months, NULL, NULL);
}
