/** Handlebars' runtime has no types of its own for this entry. */
declare module 'handlebars/runtime.js' {
  const Handlebars: { template(specification: object): unknown }
  export default Handlebars
}
