/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CabModelError:
 * @CAB_MODEL_ERROR_INVALID: a value is not allowed; the person mends it
 * @CAB_MODEL_ERROR_CONFLICT: the record changed meanwhile; keep the text, reload [M-6]
 * @CAB_MODEL_ERROR_IMMUTABLE: signed, published or append-only; add to it instead [M-9]
 * @CAB_MODEL_ERROR_GATE: no consent covers the act; ask for it [M-95]
 * @CAB_MODEL_ERROR_RESTRICTED: the client or record is restricted; lift that first [M-19]
 * @CAB_MODEL_ERROR_HELD: something still hangs on it
 * @CAB_MODEL_ERROR_MISSING_REF: it refers to a record that is not there
 * @CAB_MODEL_ERROR_DUPLICATE: there is one already
 * @CAB_MODEL_ERROR_READ_ONLY: the file is open read-only
 * @CAB_MODEL_ERROR_NOT_FOUND: no record answers to that name
 * @CAB_MODEL_ERROR_AMBIGUOUS: several records answer to that name
 * @CAB_MODEL_ERROR_ERASED: the id was erased and stays refused [M-56]
 *
 * What the caller can do, not what failed. Source: records.md [M-17].
 */
typedef enum
{
  CAB_MODEL_ERROR_INVALID,
  CAB_MODEL_ERROR_CONFLICT,
  CAB_MODEL_ERROR_IMMUTABLE,
  CAB_MODEL_ERROR_GATE,
  CAB_MODEL_ERROR_RESTRICTED,
  CAB_MODEL_ERROR_HELD,
  CAB_MODEL_ERROR_MISSING_REF,
  CAB_MODEL_ERROR_DUPLICATE,
  CAB_MODEL_ERROR_READ_ONLY,
  CAB_MODEL_ERROR_NOT_FOUND,
  CAB_MODEL_ERROR_AMBIGUOUS,
  CAB_MODEL_ERROR_ERASED
} CabModelError;

#define CAB_N_MODEL_ERRORS (CAB_MODEL_ERROR_ERASED + 1)

#define CAB_MODEL_ERROR (cab_model_error_quark ())
GQuark cab_model_error_quark (void);

/**
 * cab_model_error_get_name:
 * @code: a code
 *
 * Returns: the stable short name that the command line prints, `conflict`
 */
const char *cab_model_error_get_name (CabModelError code);

/**
 * cab_model_error_get_action:
 * @code: a code
 *
 * Returns: what to do next, one translated sentence
 */
const char *cab_model_error_get_action (CabModelError code);

G_END_DECLS
