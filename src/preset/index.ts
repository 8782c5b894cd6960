/** A preset for OpenStack, which is on by default. Depends on nothing else in this project. */
export { openstack, type Release } from './openstack.ts'
