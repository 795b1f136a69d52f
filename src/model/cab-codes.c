/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-codes.h"

#include <glib/gi18n.h>

CAB_DEFINE_CODES (cab_origin_codes,
                  "origin",
                  { "provided", N_ ("Given by the person") },
                  { "observed", N_ ("Observed in the work") },
                  { "authored", N_ ("Written by the clinician") },
                  { "received", N_ ("Received from someone else") },
                  { "derived", N_ ("Computed") });

CAB_DEFINE_CODES (cab_basis6_codes,
                  "basis6",
                  { "consent", N_ ("Consent") },
                  { "contract", N_ ("Contract") },
                  { "legal-obligation", N_ ("Legal obligation") },
                  { "vital-interests", N_ ("Vital interests") },
                  { "public-task", N_ ("Public task") },
                  { "legitimate-interests", N_ ("Legitimate interests") },
                  { "not-applicable", N_ ("Not set") });

CAB_DEFINE_CODES (cab_basis9_codes,
                  "basis9",
                  { "none", N_ ("None") },
                  { "explicit-consent", N_ ("Explicit consent") },
                  { "vital-interests", N_ ("Vital interests") },
                  { "made-public", N_ ("Made public by the person") },
                  { "legal-claims", N_ ("Legal claims") },
                  { "health-care", N_ ("Health or social care") },
                  { "public-health", N_ ("Public health") },
                  { "research", N_ ("Research") });

CAB_DEFINE_CODES (cab_sensitivity_codes,
                  "sensitivity",
                  { "normal", N_ ("Normal") },
                  { "process-note", N_ ("Process note") },
                  { "third-party", N_ ("About another person") });
