/** What the doctor found, on the operators' page. It shows what the API answers, and nothing else. */
package dev.tailback.app.doctor.page;
