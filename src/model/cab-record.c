/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-record-private.h"

#include "cab-field-private.h"
#include "cab-model-error.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  /* Owned; one value a field, system fields first. NULL until constructed. */
  CabValue *values;
  /* Owned; of a stored record the values as loaded, for those fields that were
   * set since; NULL until one was. */
  CabValue *loaded;
  gboolean *is_set;
  gboolean stored;
} CabRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CabRecord, cab_record, G_TYPE_OBJECT)

/* How many there are, on any thread. */
static int n_living;

int
cab_record_count_living (void)
{
  return g_atomic_int_get (&n_living);
}

static CabRecordPrivate *
get_private (CabRecord *self)
{
  return cab_record_get_instance_private (self);
}

static guint
count_fields (CabRecord *self)
{
  return cab_kind_get_n_fields (cab_record_get_kind (self));
}

static void
forget_loaded (CabRecord *self)
{
  CabRecordPrivate *priv = get_private (self);
  guint n_fields = count_fields (self);

  for (guint i = 0; priv->loaded != NULL && i < n_fields; i++)
    cab_value_clear (&priv->loaded[i]);
  g_clear_pointer (&priv->loaded, g_free);
  g_clear_pointer (&priv->is_set, g_free);
}

/* The instance carries its own class only from here on: in init() it is still
 * the abstract one, whose kind is unknown. Ordinary properties given to
 * g_object_new() are set after this. */
static void
cab_record_constructed (GObject *object)
{
  CabRecord *self = CAB_RECORD (object);
  CabRecordPrivate *priv = get_private (self);

  priv->values = g_new0 (CabValue, count_fields (self));

  G_OBJECT_CLASS (cab_record_parent_class)->constructed (object);
}

static void
cab_record_finalize (GObject *object)
{
  CabRecord *self = CAB_RECORD (object);
  CabRecordPrivate *priv = get_private (self);
  guint n_fields = count_fields (self);

  forget_loaded (self);
  for (guint i = 0; i < n_fields; i++)
    cab_value_clear (&priv->values[i]);
  g_free (priv->values);
  g_atomic_int_dec_and_test (&n_living);

  G_OBJECT_CLASS (cab_record_parent_class)->finalize (object);
}

static void
cab_record_get_property (GObject *object, guint id, GValue *out, GParamSpec *pspec)
{
  CabRecord *self = CAB_RECORD (object);
  const CabValue *value = cab_record_get_value (self, id - 1);

  if (G_VALUE_HOLDS_STRING (out))
    g_value_set_string (out, value->type == CAB_VALUE_TEXT ? value->text : NULL);
  else if (G_VALUE_HOLDS_BOOLEAN (out))
    g_value_set_boolean (out, cab_record_get_bool (self, id - 1));
  else
    g_value_set_int64 (out, value->type == CAB_VALUE_INTEGER ? value->integer : CAB_NONE);
}

static void
cab_record_set_property (GObject *object, guint id, const GValue *in, GParamSpec *pspec)
{
  CabRecord *self = CAB_RECORD (object);

  if (G_VALUE_HOLDS_STRING (in))
    cab_record_set_text (self, id - 1, g_value_get_string (in));
  else if (G_VALUE_HOLDS_BOOLEAN (in))
    cab_record_set_bool (self, id - 1, g_value_get_boolean (in));
  else if (g_value_get_int64 (in) == CAB_NONE)
    cab_record_set_none (self, id - 1);
  else
    cab_record_set_integer (self, id - 1, g_value_get_int64 (in));
}

static void
cab_record_class_init (CabRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = cab_record_constructed;
  object_class->finalize = cab_record_finalize;
}

static void
cab_record_init (CabRecord *self)
{
  g_atomic_int_inc (&n_living);
}

static GParamSpec *
new_property (const CabField *field)
{
  g_autofree char *name = cab_field_dup_property_name (field);
  const char *interned = g_intern_string (name);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  if (field->type == CAB_FIELD_BOOL)
    return g_param_spec_boolean (interned, NULL, NULL, FALSE, flags);
  if (cab_field_get_value_type (field) == CAB_VALUE_INTEGER)
    return g_param_spec_int64 (interned, NULL, NULL, CAB_NONE, G_MAXINT64, CAB_NONE, flags);

  return g_param_spec_string (interned, NULL, NULL, NULL, flags);
}

static void
assert_field_is_whole (const CabKind *kind, guint index)
{
  const CabField *field = cab_kind_get_field (kind, index);

  g_assert (field->name != NULL && field->label != NULL && field->why != NULL);
  g_assert (field->right != CAB_RIGHT_UNSET);
  g_assert ((field->type == CAB_FIELD_CODE || field->type == CAB_FIELD_CODES)
            == (field->codes != NULL));
  g_assert ((field->type == CAB_FIELD_REF) == (field->target != NULL));
  for (guint i = 0; i < index; i++)
    g_assert (strcmp (cab_kind_get_field (kind, i)->name, field->name) != 0);
}

void
cab_record_class_set_kind (CabRecordClass *klass, const CabKind *kind)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  g_return_if_fail (CAB_IS_RECORD_CLASS (klass) && kind != NULL);

  klass->kind = kind;
  klass->properties = g_new0 (GParamSpec *, cab_kind_get_n_fields (kind));

  /* GObject clears both in every subclass, so they are not inherited. */
  object_class->get_property = cab_record_get_property;
  object_class->set_property = cab_record_set_property;

  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      const CabField *field = cab_kind_get_field (kind, i);

      assert_field_is_whole (kind, i);
      if (!cab_kind_has_field (kind, i) || field->type == CAB_FIELD_BYTES)
        continue;
      klass->properties[i] = new_property (field);
      g_object_class_install_property (object_class, i + 1, klass->properties[i]);
    }
}

CabRecord *
cab_record_new (const CabKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  return g_object_new (kind->get_type (), NULL);
}

CabRecord *
cab_record_dup (CabRecord *self)
{
  CabRecord *copy;
  CabRecordPrivate *priv, *copied;

  g_return_val_if_fail (CAB_IS_RECORD (self), NULL);

  copy = cab_record_new (cab_record_get_kind (self));
  priv = get_private (self);
  copied = get_private (copy);
  for (guint i = 0; i < count_fields (self); i++)
    cab_value_copy (&copied->values[i], &priv->values[i]);
  copied->stored = priv->stored;
  if (priv->loaded != NULL)
    {
      copied->loaded = g_new0 (CabValue, count_fields (self));
      copied->is_set = g_memdup2 (priv->is_set, count_fields (self) * sizeof (gboolean));
      for (guint i = 0; i < count_fields (self); i++)
        cab_value_copy (&copied->loaded[i], &priv->loaded[i]);
    }

  return copy;
}

const CabKind *
cab_record_get_kind (CabRecord *self)
{
  g_return_val_if_fail (CAB_IS_RECORD (self), NULL);

  return CAB_RECORD_GET_CLASS (self)->kind;
}

const char *
cab_record_get_id (CabRecord *self)
{
  return cab_record_get_text (self, CAB_SYSTEM_ID);
}

gboolean
cab_record_is_stored (CabRecord *self)
{
  g_return_val_if_fail (CAB_IS_RECORD (self), FALSE);

  return get_private (self)->stored;
}

const CabValue *
cab_record_get_value (CabRecord *self, guint field)
{
  g_return_val_if_fail (CAB_IS_RECORD (self) && field < count_fields (self), NULL);

  return &get_private (self)->values[field];
}

const CabValue *
cab_record_get_loaded (CabRecord *self, guint field)
{
  static const CabValue none = CAB_VALUE_INIT;
  CabRecordPrivate *priv;

  g_return_val_if_fail (CAB_IS_RECORD (self) && field < count_fields (self), NULL);

  priv = get_private (self);
  if (!priv->stored)
    return &none;

  return priv->loaded != NULL && priv->is_set[field] ? &priv->loaded[field] : &priv->values[field];
}

CabValue *
cab_record_peek_value (CabRecord *self, guint field)
{
  g_return_val_if_fail (CAB_IS_RECORD (self) && field < count_fields (self), NULL);

  return &get_private (self)->values[field];
}

/* The first change of a field after loading moves the loaded value aside. */
static void
keep_loaded (CabRecord *self, guint field)
{
  CabRecordPrivate *priv = get_private (self);

  if (!priv->stored || (priv->loaded != NULL && priv->is_set[field]))
    return;
  if (priv->loaded == NULL)
    {
      priv->loaded = g_new0 (CabValue, count_fields (self));
      priv->is_set = g_new0 (gboolean, count_fields (self));
    }

  priv->loaded[field] = priv->values[field];
  priv->values[field] = (CabValue)CAB_VALUE_INIT;
  priv->is_set[field] = TRUE;
}

void
cab_record_set_value (CabRecord *self, guint field, const CabValue *value)
{
  CabRecordPrivate *priv;

  g_return_if_fail (CAB_IS_RECORD (self) && field < count_fields (self) && value != NULL);

  priv = get_private (self);
  if (cab_value_equal (&priv->values[field], value))
    return;

  /* @value may be the very one that is moved aside. */
  {
    CabValue copy = CAB_VALUE_INIT;
    GParamSpec *property = CAB_RECORD_GET_CLASS (self)->properties[field];

    cab_value_copy (&copy, value);
    keep_loaded (self, field);
    cab_value_clear (&priv->values[field]);
    priv->values[field] = copy;
    if (property != NULL)
      g_object_notify_by_pspec (G_OBJECT (self), property);
  }
}

const char *
cab_record_get_text (CabRecord *self, guint field)
{
  const CabValue *value = cab_record_get_value (self, field);

  return value != NULL && value->type == CAB_VALUE_TEXT ? value->text : NULL;
}

void
cab_record_set_text (CabRecord *self, guint field, const char *text)
{
  const CabValue value = {
    .type = text == NULL || *text == '\0' ? CAB_VALUE_NONE : CAB_VALUE_TEXT,
    .text = (char *)text,
  };

  cab_record_set_value (self, field, &value);
}

gboolean
cab_record_get_integer (CabRecord *self, guint field, gint64 *value)
{
  const CabValue *stored = cab_record_get_value (self, field);

  if (stored == NULL || stored->type != CAB_VALUE_INTEGER)
    return FALSE;

  *value = stored->integer;
  return TRUE;
}

void
cab_record_set_integer (CabRecord *self, guint field, gint64 value)
{
  const CabValue stored = { .type = CAB_VALUE_INTEGER, .integer = value };

  cab_record_set_value (self, field, &stored);
}

gboolean
cab_record_get_bool (CabRecord *self, guint field)
{
  gint64 value = 0;

  return cab_record_get_integer (self, field, &value) && value != 0;
}

void
cab_record_set_bool (CabRecord *self, guint field, gboolean value)
{
  cab_record_set_integer (self, field, value ? 1 : 0);
}

int
cab_record_get_code (CabRecord *self, guint field)
{
  const CabField *row = cab_kind_get_field (cab_record_get_kind (self), field);

  g_return_val_if_fail (row->codes != NULL, -1);

  return cab_codes_find (row->codes, cab_record_get_text (self, field));
}

void
cab_record_set_code (CabRecord *self, guint field, int code)
{
  const CabField *row = cab_kind_get_field (cab_record_get_kind (self), field);

  g_return_if_fail (row->codes != NULL && code >= 0 && (gsize)code < row->codes->n_codes);

  cab_record_set_text (self, field, row->codes->codes[code].code);
}

gboolean
cab_record_has_code (CabRecord *self, guint field, const char *code)
{
  const char *text = cab_record_get_text (self, field);
  g_auto (GStrv) words = NULL;

  if (text == NULL)
    return FALSE;

  words = g_strsplit (text, " ", -1);
  return g_strv_contains ((const char *const *)words, code);
}

gboolean
cab_record_is_none (CabRecord *self, guint field)
{
  const CabValue *value = cab_record_get_value (self, field);

  return value == NULL || value->type == CAB_VALUE_NONE;
}

void
cab_record_set_none (CabRecord *self, guint field)
{
  const CabValue none = CAB_VALUE_INIT;

  cab_record_set_value (self, field, &none);
}

/* "Mood entry, valence: …". Where the second letter is small the first is no
 * abbreviation and stands inside a sentence, so it becomes small too. */
static char *
dup_place (CabRecord *self, int field)
{
  const CabKind *kind = cab_record_get_kind (self);
  const char *label;
  gunichar first, second;

  if (field < 0)
    return g_strdup (g_dgettext (GETTEXT_PACKAGE, kind->label));

  label = g_dgettext (GETTEXT_PACKAGE, cab_kind_get_field (kind, (guint)field)->label);
  first = g_utf8_get_char (label);
  second = first == 0 ? 0 : g_utf8_get_char (g_utf8_next_char (label));
  if (first != 0 && g_unichar_islower (second))
    {
      char small[8] = { 0 };

      g_unichar_to_utf8 (g_unichar_tolower (first), small);
      return g_strconcat (g_dgettext (GETTEXT_PACKAGE, kind->label), ", ", small,
                          g_utf8_next_char (label), NULL);
    }

  return g_strconcat (g_dgettext (GETTEXT_PACKAGE, kind->label), ", ", label, NULL);
}

gboolean
cab_record_set_error (CabRecord *self, int field, int code, GError **error, const char *format, ...)
{
  g_autofree char *place = dup_place (self, field);
  g_autofree char *rest = NULL;
  va_list arguments;

  va_start (arguments, format);
  rest = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error (error, CAB_MODEL_ERROR, code, "%s: %s", place, rest);
  return FALSE;
}

int
cab_record_find_refused (CabRecord *self, const GError *error, const char **sentence)
{
  g_return_val_if_fail (CAB_IS_RECORD (self) && error != NULL, -1);

  if (sentence != NULL)
    *sentence = error->message;
  /* A kind's own field first: a few are called as a system field is. */
  for (guint n = count_fields (self), k = 0; k < n; k++)
    {
      guint i = (k + CAB_N_SYSTEM_FIELDS) % n;
      g_autofree char *place = dup_place (self, (int)i);
      gsize length = strlen (place);

      if (!g_str_has_prefix (error->message, place)
          || !g_str_has_prefix (error->message + length, ": "))
        continue;

      if (sentence != NULL)
        *sentence = error->message + length + strlen (": ");
      return (int)i;
    }

  return -1;
}

gboolean
cab_record_parse (CabRecord *self, guint field, const char *text, GError **error)
{
  g_autoptr (GError) refusal = NULL;
  CabValue value = CAB_VALUE_INIT;

  g_return_val_if_fail (CAB_IS_RECORD (self) && field < count_fields (self), FALSE);

  if (!cab_field_parse (cab_kind_get_field (cab_record_get_kind (self), field), text, &value,
                        &refusal))
    return cab_record_set_error (self, (int)field, CAB_MODEL_ERROR_INVALID, error, "%s",
                                 refusal->message);

  cab_record_set_value (self, field, &value);
  cab_value_clear (&value);
  return TRUE;
}

char *
cab_record_dup_text (CabRecord *self, guint field)
{
  g_return_val_if_fail (CAB_IS_RECORD (self) && field < count_fields (self), NULL);

  return cab_field_dup_text (cab_kind_get_field (cab_record_get_kind (self), field),
                             cab_record_get_value (self, field));
}

gboolean
cab_record_is_changed (CabRecord *self, guint field)
{
  return !cab_value_equal (cab_record_get_value (self, field), cab_record_get_loaded (self, field));
}

gboolean
cab_record_has_changes (CabRecord *self)
{
  for (guint i = 0; i < count_fields (self); i++)
    {
      if (cab_record_is_changed (self, i))
        return TRUE;
    }

  return FALSE;
}

void
cab_record_mark_stored (CabRecord *self)
{
  g_return_if_fail (CAB_IS_RECORD (self));

  forget_loaded (self);
  get_private (self)->stored = TRUE;
}

void
cab_record_adopt (CabRecord *self, CabRecord *saved)
{
  g_return_if_fail (CAB_IS_RECORD (self) && CAB_IS_RECORD (saved));
  g_return_if_fail (cab_record_get_kind (self) == cab_record_get_kind (saved));

  for (guint i = 0; i < count_fields (self); i++)
    cab_record_set_value (self, i, cab_record_get_value (saved, i));
  cab_record_mark_stored (self);
}

static gboolean
check_field (CabRecord *self, guint field, GError **error)
{
  const CabField *row = cab_kind_get_field (cab_record_get_kind (self), field);
  g_autoptr (GError) refusal = NULL;

  if (cab_record_is_none (self, field))
    return row->required != CAB_REQUIRED_YES
           || cab_record_set_error (self, (int)field, CAB_MODEL_ERROR_INVALID, error,
                                    _ ("this is needed."));
  if (!cab_field_check (row, cab_record_get_value (self, field), &refusal))
    return cab_record_set_error (self, (int)field, CAB_MODEL_ERROR_INVALID, error, "%s",
                                 refusal->message);

  return TRUE;
}

/* A wall clock says nothing without its zone, nor a zone without a clock [M-2]. */
static gboolean
check_zone (CabRecord *self, guint field, GError **error)
{
  const CabKind *kind = cab_record_get_kind (self);

  if (cab_kind_get_field (kind, field)->type != CAB_FIELD_LOCAL)
    return TRUE;
  if (cab_record_is_none (self, field) == cab_record_is_none (self, field + 1))
    return TRUE;

  return cab_record_set_error (self, (int)field, CAB_MODEL_ERROR_INVALID, error,
                               _ ("the time and its time zone go together."));
}

gboolean
cab_record_check (CabRecord *self, GError **error)
{
  const CabKind *kind;

  g_return_val_if_fail (CAB_IS_RECORD (self), FALSE);

  kind = cab_record_get_kind (self);
  for (guint i = 0; i < count_fields (self); i++)
    {
      /* The store makes the digest last, over what was checked here. */
      if (i == CAB_SYSTEM_CONTENT_DIGEST || !cab_kind_has_field (kind, i))
        continue;
      if (!check_field (self, i, error) || !check_zone (self, i, error))
        return FALSE;
    }

  return TRUE;
}

char *
cab_record_dup_description (CabRecord *self)
{
  const CabKind *kind;

  g_return_val_if_fail (CAB_IS_RECORD (self), NULL);

  kind = cab_record_get_kind (self);
  if (kind->describe != NULL)
    return kind->describe (self);

  return g_strdup (g_dgettext (GETTEXT_PACKAGE, kind->label));
}
