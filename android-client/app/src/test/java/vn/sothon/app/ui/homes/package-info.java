/** The screens of homes and people as tests speak of them: what a person does there, not which view it is. */
package vn.sothon.app.ui.homes;
